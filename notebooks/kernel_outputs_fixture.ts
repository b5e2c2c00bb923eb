/** What code shows in a kernel, for tests of what notebooks import. */
import type { Output } from "./documents/mod.ts";
import { startKernel } from "./runner/kernel.ts";

/**
 * The outputs of pieces of code in one kernel that runs in the folder of the notebooks.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [{ data }] = await outputsOf("1 + 1") as { data: unknown }[];
 * assert.deepEqual(data, { "text/plain": "2" });
 * ```
 */
export async function outputsOf(...pieces: readonly string[]): Promise<Output[]> {
  await using kernel = await startKernel({ cwd: import.meta.dirname!, now: Date.now });
  const outputs: Output[] = [];
  for (const piece of pieces) outputs.push(...(await kernel.execute(piece, 60_000)).outputs);
  return outputs;
}
