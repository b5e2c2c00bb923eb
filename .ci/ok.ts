/**
 * `deno task ok`: everything a change must pass, in one command.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { runStages } from "./stages.ts";

const help = `Checks the working tree: format, lint, types, then tests and documentation examples.
Prints one line per stage; stops at the first failure, prints its output, exits non-zero.

Usage: deno task ok [--without-tests]

  --without-tests  Stop after the types
  --help           Show this text`;

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: { "without-tests": { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(help);
  } else {
    const deno = Deno.execPath();
    const stages = [
      { name: "format", command: [deno, "fmt", "--check"] },
      { name: "lint", command: [deno, "lint"] },
      { name: "types", command: [deno, "check", "--doc"] },
      { name: "tests and documentation examples", command: [deno, "task", "test"] },
    ];
    Deno.exit(await runStages(values["without-tests"] ? stages.slice(0, 3) : stages, console.log));
  }
}
