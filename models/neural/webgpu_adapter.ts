/** What WebGPU computes on. */

/**
 * Checks that there is hardware to compute on: a software adapter is many times slower than the
 * wasm backend.
 *
 * @param gpu `navigator.gpu`, where there is one.
 * @throws {Error} When there is no adapter, or none but a software one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await assert.rejects(requireAdapter(undefined), {
 *   message: "Cannot train on webgpu: expected a WebGPU adapter, got none",
 * });
 * ```
 */
export async function requireAdapter(gpu: Adapters | undefined): Promise<void> {
  const adapter = await gpu?.requestAdapter();
  if (!adapter) throw new Error("Cannot train on webgpu: expected a WebGPU adapter, got none");
  if (adapter.info.isFallbackAdapter) {
    throw new Error("Cannot train on webgpu: expected a WebGPU adapter, got one of software");
  }
}

/** The part of `GPU` that finds an adapter. */
export interface Adapters {
  requestAdapter(): Promise<{ readonly info: { readonly isFallbackAdapter?: boolean } } | null>;
}
