/** The tasks of the product as their users start them: a process of its own, no more permissions. */
import configuration from "../deno.json" with { type: "json" };

const ROOT = new URL("..", import.meta.url).pathname;

/** A task of `deno.json`. */
export type TaskName = keyof typeof configuration.tasks;

/** How a task ended. */
export interface TaskOutcome {
  /** Exit code. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a task runs in. */
export interface TaskSurroundings {
  /** Environment variables beside `WATTBOOK_HOME`. @default {{}} */
  readonly environment?: Readonly<Record<string, string>>;
  /** Forbids every address but the loopback one. @default {false} */
  readonly offline?: boolean;
  /** Flags of Deno beside those of the task. @default {[]} */
  readonly flags?: readonly string[];
}

/** A task that runs. */
export interface StartedTask extends AsyncDisposable {
  /** Id of its process. */
  readonly pid: number;
  /**
   * Waits for a match in what the task writes to its standard output or error.
   *
   * @throws {Error} When the task ends without one; the message holds what it wrote.
   */
  seen(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: Deno.Signal): void;
  /** Ends its standard input. */
  endInput(): Promise<void>;
  readonly outcome: Promise<TaskOutcome>;
}

/**
 * Starts a task with the command line of `deno.json`; disposing of it kills it.
 *
 * @param args Further arguments.
 * @param home `WATTBOOK_HOME`.
 * @param surroundings What is special about this start.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using task = startTask("train", ["--help"], "unused");
 * const { code, out } = await task.outcome;
 * assert.equal(code, 0);
 * assert.match(out, /^Trains the ensemble/);
 * ```
 */
export function startTask(
  name: TaskName,
  args: readonly string[],
  home: string,
  { environment = {}, offline = false, flags = [] }: TaskSurroundings = {},
): StartedTask {
  const [, run, ...line] = configuration.tasks[name].command
    .replace("--allow-net ", offline ? "--allow-net=127.0.0.1 " : "--allow-net ").split(" ");
  const process = new Deno.Command(Deno.execPath(), {
    args: [run, ...flags, ...line, ...args],
    cwd: ROOT,
    env: { ...environment, WATTBOOK_HOME: home },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const written = { out: "", err: "" };
  let ended = false;
  let wake = Promise.withResolvers<void>();
  async function follow(from: ReadableStream<Uint8Array<ArrayBuffer>>, into: keyof typeof written) {
    for await (const text of from.pipeThrough(new TextDecoderStream())) {
      written[into] += text;
      wake.resolve();
      wake = Promise.withResolvers();
    }
  }
  async function end(): Promise<TaskOutcome> {
    const [{ code }] = await Promise.all([
      process.status,
      follow(process.stdout, "out"),
      follow(process.stderr, "err"),
    ]);
    ended = true;
    wake.resolve();
    await endInput();
    return { code, ...written };
  }
  let inputEnd: Promise<void> | undefined;
  function endInput(): Promise<void> {
    return inputEnd ??= process.stdin.close();
  }
  const outcome = end();
  function kill(signal: Deno.Signal): void {
    try {
      process.kill(signal);
    } catch (error) {
      // A TypeError says that the process has ended by itself in the meantime.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return {
    pid: process.pid,
    async seen(pattern) {
      for (;;) {
        const match = pattern.exec(written.out) ?? pattern.exec(written.err);
        if (match !== null) return match;
        if (ended) {
          const { out, err } = written;
          throw new Error(`Cannot see ${pattern} in what "${name}" wrote: ${out}${err}`);
        }
        await wake.promise;
      }
    },
    kill,
    endInput,
    outcome,
    async [Symbol.asyncDispose]() {
      kill("SIGKILL");
      await outcome;
    },
  };
}

/**
 * Runs a task to its end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { code, err } = await runTask("train", ["--speed", "9"], "unused");
 * assert.equal(code, 2);
 * assert.match(err, /Unknown option '--speed'/);
 * ```
 */
export async function runTask(
  name: TaskName,
  args: readonly string[],
  home: string,
  surroundings?: TaskSurroundings,
): Promise<TaskOutcome> {
  await using task = startTask(name, args, home, surroundings);
  return await task.outcome;
}
