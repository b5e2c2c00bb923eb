/**
 * What `.ci/run` does: the tests as the README starts them, the other checks, the notebooks, then the
 * tests against outside programs. A failed stage does not hide the next one; the last line counts.
 *
 * @module
 */
import { printText } from "./print_text.ts";
import { runCommand } from "./run_command.ts";
import { testCounts } from "./test_counts.ts";

if (import.meta.main) {
  const deno = Deno.execPath();
  const commands = [
    ["npx", "-y", `deno@${Deno.version.deno}`, "task", "test"],
    [deno, "task", "ok", "--without-tests"],
    [deno, "task", "notebooks", "check"],
    [deno, "task", "test:interop"],
  ];
  let passed = 0;
  let failed = 0;
  let worst = 0;
  for (const command of commands) {
    console.log(`== ${command.slice(-2).join(" ")}`);
    const { code, output } = await runCommand(command, { onOutput: printText });
    const counts = testCounts(output) ?? { passed: 0, failed: 0 };
    passed += counts.passed;
    // A stage that breaks before or beside its tests must not read as "0 failed".
    failed += counts.failed === 0 && code !== 0 ? 1 : counts.failed;
    worst = Math.max(worst, code);
  }
  console.log(`${passed} passed, ${failed} failed`);
  Deno.exit(worst);
}
