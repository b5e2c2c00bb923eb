/** The line to whoever shows the notebook. */
import type { Broadcast } from "./cell_display.ts";

const OUTSIDE = "Deno.jupyter is only available";

/**
 * The kernel's way to send an output, or `undefined` outside of a notebook.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(kernelBroadcast(), undefined);
 * ```
 */
export function kernelBroadcast(): Broadcast | undefined {
  try {
    const { broadcast } = Deno.jupyter;
    return (type, content) => broadcast(type, content);
  } catch (error) {
    // Deno has no other sign of running in its kernel.
    if (error instanceof Error && error.message.startsWith(OUTSIDE)) return undefined;
    throw error;
  }
}
