/** `deno task notebooks list | run NAME`. */
import { helpText, readConfig, UsageError } from "../pipelines/mod.ts";
import { commands } from "./commands/mod.ts";

if (import.meta.main) {
  const [name, ...args] = Deno.args;
  const command = Object.entries(commands).find(([key]) => key === name)?.[1];
  try {
    if (command !== undefined && !args.includes("--help")) {
      Deno.exitCode = await command.run(args, {
        folder: import.meta.dirname!,
        home: readConfig().home,
        now: Date.now,
        out: console.log,
        err: console.error,
      });
    } else if (command !== undefined) console.log(helpText(command.syntax));
    else if (name === "--help") {
      console.log(Object.values(commands).map(({ syntax }) => helpText(syntax)).join("\n"));
    } else throw new UsageError(`Cannot run "${name ?? ""}": expected list, run or --help`);
  } catch (error) {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    Deno.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
