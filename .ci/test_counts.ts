/** Reads how many tests passed and failed from what `deno test` prints. */

/** Numbers of tests, steps not counted. */
export interface TestCounts {
  /** Tests that passed. */
  readonly passed: number;
  /** Tests that failed. */
  readonly failed: number;
}

/**
 * The counts of the last summary line in the output of `deno test`, or `undefined` when the
 * output has none, as when the run never came to the tests.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const output = "FAILED | 12 passed (3 steps) | 1 failed | 2 ignored (4s)\n";
 * assert.deepEqual(testCounts(output), { passed: 12, failed: 1 });
 * ```
 */
export function testCounts(output: string): TestCounts | undefined {
  const summary = /^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed/gm;
  const last = [...output.matchAll(summary)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]) };
}
