/**
 * Outputs that stay with their cells. Deno's kernel hands what a cell prints and results in to one
 * thread that publishes it, and reports from another that the cell is done: where the report is
 * faster, Jupyter drops the output or shows it at the next cell, about one in five.
 */

/** What Deno's kernel calls, by its name, to publish the result of a cell. */
export interface KernelInternals {
  broadcastResult?: (executionCount: number, result: unknown) => Promise<void>;
}

/** Milliseconds in which outputs are published; the thread is idle otherwise. */
const PAUSE_MS = 20;

/**
 * Lets the kernel report that a cell is done only a moment after its outputs were handed over. The
 * result of every cell goes this way, so that texts printed before are waited for, too; a cell that
 * throws publishes nothing by it. Does nothing where there is no such function.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const kernel = { broadcastResult: (n: number) => Promise.resolve(assert.equal(n, 7)) };
 * keepOutputsInOrder(kernel);
 * const start = performance.now();
 * await kernel.broadcastResult(7);
 * assert.ok(performance.now() - start >= 19);
 * ```
 */
export function keepOutputsInOrder(kernel: KernelInternals): void {
  const { broadcastResult } = kernel;
  if (broadcastResult === undefined) return;
  kernel.broadcastResult = async (executionCount, result) => {
    await broadcastResult(executionCount, result);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  };
}

/**
 * The insides of the Deno kernel that this process is; empty in any other process, and in a kernel of
 * our own runner, which waits for outputs itself.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(kernelInternals().broadcastResult, undefined);
 * ```
 */
export function kernelInternals(): KernelInternals {
  if (Symbol.for("wattbook.kernel") in globalThis) return {};
  const deno = Deno as unknown as
    & { internal: symbol }
    & Record<
      symbol,
      { readonly jupyter?: KernelInternals } | undefined
    >;
  return deno[deno.internal]?.jupyter ?? {};
}
