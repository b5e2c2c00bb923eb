/**
 * `deno task test`: all tests and examples of the documentation, in as many processes as there are
 * cores, or those of some files in one process. A process runs its tests one after another.
 *
 * @module
 */
import { printText } from "./print_text.ts";
import { runParts } from "./run_parts.ts";

/** Parts of about half a minute: cores end together, and the start of a process counts little. */
const PARTS = 40;

const test = [
  ...["test", "--doc", "--allow-read", "--allow-write", "--allow-env", "--allow-run"],
  ...["--allow-net=127.0.0.1,localhost,0.0.0.0", "--allow-ffi", "--allow-sys"],
  "--ignore=**/*_interop_test.ts",
];

async function runFiles(files: readonly string[], env: Record<string, string>): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), { args: [...test, ...files], env }).spawn();
  return (await child.status).code;
}

async function runAll(env: Record<string, string>): Promise<number> {
  const deno = Deno.execPath();
  const started = performance.now();
  const shards = Array.from(
    { length: PARTS },
    (_, index) => [deno, ...test, "--no-check", `--shard=${index + 1}/${PARTS}`],
  );
  // Types are checked once, of everything, instead of by each part.
  const { code, passed, failed, failures } = await runParts(
    [[deno, "check", "--doc"], ...shards],
    { env, atOnce: navigator.hardwareConcurrency, print: printText },
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  if (failures.length > 0) console.log(`\n FAILURES \n\n${failures.join("\n")}\n`);
  console.log(
    `${code === 0 ? "ok" : "FAILED"} | ${passed} passed | ${failed} failed (${seconds}s)`,
  );
  return code;
}

if (import.meta.main) {
  const homes = await Deno.makeTempDir({ prefix: "wattbook-test-homes-" });
  let code: number;
  try {
    const env = { WATTBOOK_TEST_HOMES: homes };
    code = await (Deno.args.length > 0 ? runFiles(Deno.args, env) : runAll(env));
  } finally {
    await Deno.remove(homes, { recursive: true });
  }
  Deno.exit(code);
}
