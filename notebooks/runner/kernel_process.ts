/** The operating-system process of a Deno kernel. */
import { chooseConnection, type ConnectionInfo, writeConnectionFile } from "./connection_file.ts";
import { lastWords } from "./last_words.ts";

/** The kernel's process ended while something was expected of it. */
export class KernelDeathError extends Error {
  override name = "KernelDeathError" as const;
}

/** A started process that may not listen yet. */
export interface KernelProcess {
  readonly pid: number;
  readonly connection: ConnectionInfo;
  /** Folder of the connection file, for what else is exchanged. */
  readonly folder: string;
  /** Rejects with a {@linkcode KernelDeathError} once the process has ended. */
  readonly gone: Promise<never>;
  /** Kills the process where it still runs, and removes its folder. */
  stop(): Promise<void>;
}

/** Characters of standard error that tell why a kernel ended. */
const WORDS_KEPT = 4096;

/** What is special about a kernel's process. */
export interface KernelProcessOptions {
  /** Environment variables beside ours. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether SIGINT ends our process, and the kernel with it. @default {true} */
  readonly isInterruptible?: boolean;
}

/** Signals that end a program unless it listens for them; they fire no `unload`. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Starts `deno jupyter --kernel`. The process is killed and its folder removed when ours ends or
 * is told to by a signal; only a SIGKILL to ours leaves both behind.
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
export async function startKernelProcess(
  cwd: string,
  { env = {}, isInterruptible = true }: KernelProcessOptions = {},
): Promise<KernelProcess> {
  const folder = await Deno.makeTempDir({ prefix: "wattbook-kernel-" });
  let process: Deno.ChildProcess | undefined;

  // SIGKILL, not a shutdown request: the kernel holds nothing that a goodbye would save.
  function end(): void {
    process?.kill("SIGKILL");
    Deno.removeSync(folder, { recursive: true });
  }
  const release = whenOurProcessEnds(end, isInterruptible);
  const file = `${folder}/connection.json`;
  const connection = chooseConnection(crypto.randomUUID());
  try {
    await writeConnectionFile(file, connection);
    process = spawnKernel(file, cwd, env);
  } catch (error) {
    release();
    end();
    throw error;
  }
  const { pid, status, stderr } = process;
  const words = lastWords(stderr, WORDS_KEPT);
  const gone = status.then(async ({ code, signal }) => {
    process = undefined;
    const said = await words;
    throw new KernelDeathError(
      `Cannot go on as the kernel ended with ${signal ?? `exit code ${code}`}${
        said && `: ${said}`
      }`,
    );
  });
  // A kernel that ends while nobody waits for it is no failure.
  gone.catch(() => {});
  let stopped = false;
  return {
    pid,
    connection,
    folder,
    gone,
    async stop() {
      if (!stopped) {
        stopped = true;
        release();
        end();
      }
      await gone.catch(() => {});
    },
  };
}

function spawnKernel(
  connectionFile: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["jupyter", "--kernel", "--conn", connectionFile],
    cwd,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { ...env, NO_COLOR: "1" },
  }).spawn();
}

/** Runs `end` when our process ends, unless the function that is returned is called before. */
function whenOurProcessEnds(end: () => void, isInterruptible: boolean): () => void {
  globalThis.addEventListener("unload", end);
  const signals = Object.entries(SIGNALS).filter(([name]) => isInterruptible || name !== "SIGINT");
  const listeners = signals.map(([signal, number]) => {
    // An exit fires `unload`; its code is the one that shells give for the signal.
    const exit = () => Deno.exit(128 + number);
    Deno.addSignalListener(signal as Deno.Signal, exit);
    return () => Deno.removeSignalListener(signal as Deno.Signal, exit);
  });
  return () => {
    globalThis.removeEventListener("unload", end);
    for (const remove of listeners) remove();
  };
}
