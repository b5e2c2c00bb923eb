/** Runs an outside program and keeps what it says. */

/** How a program ended and what it said. */
export interface CommandResult {
  /** Exit code; 0 is success. */
  readonly code: number;
  /** Standard output and standard error together, as they arrived. */
  readonly output: string;
}

/** Options of {@linkcode runCommand}. */
export interface RunCommandOptions {
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Told every piece of output as it arrives. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Runs a program to its end, without a terminal or an input.
 *
 * @param command Program and arguments; no shell reads them.
 * @throws {Deno.errors.NotFound} When there is no such program.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { code, output } = await runCommand([Deno.execPath(), "eval", "console.log(6 * 7)"]);
 * assert.deepEqual([code, output], [0, "42\n"]);
 * ```
 */
export async function runCommand(
  [program, ...args]: readonly string[],
  { env = {}, onOutput = () => {} }: RunCommandOptions = {},
): Promise<CommandResult> {
  const child = new Deno.Command(program, {
    args,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output += text;
      onOutput(text);
    }
  };
  const [status] = await Promise.all([child.status, read(child.stdout), read(child.stderr)]);
  return { code: status.code, output };
}
