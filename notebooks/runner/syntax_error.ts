/** What is wrong with code that a Deno kernel cannot parse: of that it says only that it failed. */
import type { ErrorOutput } from "../documents/mod.ts";

/**
 * The first syntax error of TypeScript code, as Deno's own formatter finds it.
 *
 * @returns `undefined` when the code can be parsed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal((await findSyntaxError("let a = ;"))?.evalue, "Expression expected (line 1, column 9)");
 * assert.equal(await findSyntaxError("let a = 1;"), undefined);
 * ```
 */
export async function findSyntaxError(code: string): Promise<ErrorOutput | undefined> {
  const formatter = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--no-config", "--ext=ts", "-"],
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  await new Response(code).body!.pipeTo(formatter.stdin);
  const { stderr } = await formatter.output();
  return readSyntaxError(new TextDecoder().decode(stderr));
}

function readSyntaxError(report: string): ErrorOutput | undefined {
  const [, message, excerpt, line, column] =
    /SyntaxError: (.*)\n([^]*?)\n +at \S+:(\d+):(\d+)/.exec(report) ?? [];
  if (message === undefined) return undefined;
  return {
    output_type: "error",
    ename: "SyntaxError",
    evalue: `${message} (line ${line}, column ${column})`,
    traceback: [`SyntaxError: ${message}`, ...excerpt.split("\n")],
  };
}
