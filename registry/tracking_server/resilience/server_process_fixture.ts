/** Tracking servers in processes of their own, which tests may kill. */

/** A server in another process; disposing of it kills it. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** Ends the process at once, as a power cut or an out-of-memory killer would. */
  kill(): Promise<void>;
}

const program = `
  import { createTrackingApp } from "${new URL("../app.ts", import.meta.url)}";
  import { openTrackingStore } from "${new URL("../store.ts", import.meta.url)}";
  const store = openTrackingStore({ home: Deno.args[0], now: () => 0 });
  const { fetch } = createTrackingApp({ store, onError: (error) => console.error(error) });
  const onListen = ({ port }) => console.log(port);
  Deno.serve({ port: 0, hostname: "127.0.0.1", onListen }, fetch);
`;

/**
 * Starts a server on the store of a directory. What goes wrong inside is seen on standard error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * {
 *   await using server = await startServer(home);
 *   assert.equal(await (await fetch(`${server.url}/health`)).text(), "OK");
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function startServer(home: string): Promise<ServerProcess> {
  const process = runProgram(program, [home]);
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value: port = "" } = await reader.read();
  async function kill(): Promise<void> {
    process.kill("SIGKILL");
    await reader.cancel();
    await process.status;
  }
  let killed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port.trim()}`,
    kill: () => killed ??= kill(),
    [Symbol.asyncDispose]: () => killed ??= kill(),
  };
}

/**
 * Starts a program of this project in a process of its own.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { stdout } = runProgram('console.log("hi", Deno.args[0])', ["there"]);
 * assert.equal(await new Response(stdout).text(), "hi there\n");
 * ```
 */
export function runProgram(text: string, args: readonly string[]): Deno.ChildProcess {
  const config = new URL("../../../deno.json", import.meta.url).pathname;
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--allow-all", "--no-check", "--ext=ts", "--config", config],
      `data:application/typescript,${encodeURIComponent(text)}`,
      ...args,
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}
