/** Runs a list of tests that is split into parts, several parts at once. */
import { runCommand } from "./run_command.ts";
import { type TestCounts, testCounts } from "./test_counts.ts";

/** What came of all parts. */
export interface PartsResult extends TestCounts {
  /** The highest exit code. */
  readonly code: number;
  /** The names of what failed, as `deno test` lists them, or the command that broke. */
  readonly failures: readonly string[];
}

/** Options of {@linkcode runParts}. */
export interface RunPartsOptions {
  /** Variables added to the environment of each part. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /** How many run at once. */
  readonly atOnce: number;
  /** Takes the whole output of a part when it ends, so that parts do not mix. */
  readonly print: (text: string) => void;
}

/**
 * Runs all parts, whether or not one fails. Each is a process, so that what a test does to its
 * process, such as a signal or a measure of its memory, meets one test at a time.
 *
 * @param parts Commands, such as `deno test --shard=1/2`; a command that is no test may be among
 *   them, and counts as one failure where it ends with another code than 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const deno = Deno.execPath();
 * const parts = [[deno, "eval", "1"], [deno, "eval", "Deno.exit(3)"]];
 * const { code, failed, failures } = await runParts(parts, { atOnce: 2, print() {} });
 * assert.deepEqual([code, failed, failures], [3, 1, [`${deno} eval Deno.exit(3): exit code 3`]]);
 * ```
 */
export async function runParts(
  parts: readonly (readonly string[])[],
  { env, atOnce, print }: RunPartsOptions,
): Promise<PartsResult> {
  const total = { code: 0, passed: 0, failed: 0, failures: [] as string[] };
  const waiting = [...parts];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const { code, output } = await runCommand(part, { env });
      print(output);
      const { passed, failed } = testCounts(output) ?? { passed: 0, failed: 0 };
      // A part that breaks before or beside its tests must not read as "0 failed".
      const broken = failed === 0 && code !== 0;
      total.code = Math.max(total.code, code);
      total.passed += passed;
      total.failed += broken ? 1 : failed;
      total.failures.push(
        ...(broken ? [`${part.join(" ")}: exit code ${code}`] : failedTests(output)),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return total;
}

function failedTests(output: string): string[] {
  const [, list = ""] = output.match(/^ FAILURES $\n([^]*?)^FAILED \|/m) ?? [];
  return list.split("\n").filter((line) => line !== "");
}
