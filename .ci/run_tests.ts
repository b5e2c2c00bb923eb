/**
 * `deno task test`: all tests and examples of the documentation, in as many processes as there are
 * cores, or those of some files in one process. A process runs its tests one after another.
 *
 * @module
 */
import { printText } from "./print_text.ts";
import { runParts } from "./run_parts.ts";

if (import.meta.main) {
  const deno = Deno.execPath();
  const permissions = [
    ...[
      "--allow-read",
      "--allow-write",
      "--allow-env",
      "--allow-run",
      "--allow-ffi",
      "--allow-sys",
    ],
    "--allow-net=127.0.0.1,localhost,0.0.0.0",
  ];
  const test = ["test", "--doc", ...permissions, "--ignore=**/*_interop_test.ts"];
  if (Deno.args.length > 0) {
    const child = new Deno.Command(deno, { args: [...test, ...Deno.args] }).spawn();
    Deno.exit((await child.status).code);
  }
  // Parts take from 10 seconds to 2 minutes: short enough that cores end at about the same time,
  // long enough that the start of a process does not count.
  const count = 40;
  const started = performance.now();
  const { code, passed, failed, failures } = await runParts(
    [
      // Types are checked once, of everything, instead of by each part.
      [deno, "check", "--doc"],
      ...Array.from(
        { length: count },
        (_, index) => [deno, ...test, "--no-check", `--shard=${index + 1}/${count}`],
      ),
    ],
    { atOnce: navigator.hardwareConcurrency, print: printText },
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  if (failures.length > 0) console.log(`\n FAILURES \n\n${failures.join("\n")}\n`);
  console.log(
    `${code === 0 ? "ok" : "FAILED"} | ${passed} passed | ${failed} failed (${seconds}s)`,
  );
  Deno.exit(code);
}
