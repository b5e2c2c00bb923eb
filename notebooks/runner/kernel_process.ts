/** The operating-system process of a Deno kernel. */
import { chooseConnection, type ConnectionInfo, writeConnectionFile } from "./connection_file.ts";

/** The kernel's process ended while something was expected of it. */
export class KernelDeathError extends Error {
  override name = "KernelDeathError" as const;
}

/** A started process that may not listen yet. */
export interface KernelProcess {
  readonly connection: ConnectionInfo;
  /** Rejects with a {@linkcode KernelDeathError} once the process has ended. */
  readonly gone: Promise<never>;
  /** Kills the process where it still runs, and removes its connection file. */
  stop(): Promise<void>;
}

/**
 * Starts `deno jupyter --kernel`. The process is killed when ours ends.
 *
 * @param cwd Folder in which the kernel's code runs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const process = await startKernelProcess(".");
 * await process.stop();
 * await assert.rejects(process.gone, KernelDeathError);
 * ```
 */
export async function startKernelProcess(cwd: string): Promise<KernelProcess> {
  const folder = await Deno.makeTempDir({ prefix: "wattbook-kernel-" });
  const file = `${folder}/connection.json`;
  const connection = chooseConnection(crypto.randomUUID());
  await writeConnectionFile(file, connection);
  const process = new Deno.Command(Deno.execPath(), {
    args: ["jupyter", "--kernel", "--conn", file],
    cwd,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  const stderr = new Response(process.stderr).text();

  // SIGKILL, not a shutdown request: the kernel holds nothing that a goodbye would save.
  function kill(): void {
    process.kill("SIGKILL");
  }
  globalThis.addEventListener("unload", kill);
  let running = true;
  const gone = process.status.then(async ({ code, signal }) => {
    running = false;
    globalThis.removeEventListener("unload", kill);
    const words = (await stderr).trim();
    throw new KernelDeathError(
      `Cannot go on as the kernel ended with ${signal ?? `exit code ${code}`}` +
        (words && `: ${words}`),
    );
  });
  // A kernel that ends while nobody waits for it is no failure.
  gone.catch(() => {});
  let stopped: Promise<void> | undefined;
  return {
    connection,
    gone,
    stop() {
      if (running && stopped === undefined) kill();
      return stopped ??= gone.catch(() => Deno.remove(folder, { recursive: true }));
    },
  };
}
