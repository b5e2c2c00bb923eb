/** The real Deno kernel, driven as any Jupyter client would. */
import { type Answer, type Conversation, converse } from "./conversation.ts";
import { type KernelProcess, startKernelProcess } from "./kernel_process.ts";
import type { ErrorOutput, Output } from "../documents/mod.ts";
import { displayByFile, withFiles } from "./large_displays.ts";
import { collectOutputs } from "./outputs.ts";
import { locateError, type SourcePosition } from "./source_line.ts";
import { findSyntaxError } from "./syntax_error.ts";
import { withinTime } from "./time_limit.ts";
import { connectZmtp, type ZmtpSocket } from "./zmtp.ts";

/** How a kernel is started. */
export interface KernelOptions {
  /** Folder in which the code runs: relative imports and paths start here. */
  readonly cwd: string;
  /** Milliseconds since the epoch; dates the messages. */
  readonly now: () => number;
  /** Environment variables beside ours. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /** Stops the code and the kernel when aborted; without it SIGINT ends our process. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for the kernel's first answer. @default {60_000} */
  readonly startTimeoutMs?: number;
}

/** What became of one piece of code. */
export interface Execution {
  /** The kernel's counter, from 1; `null` where the kernel ended. */
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
  /** Why the code did not come to its end, or what nobody handled; it is also among the outputs. */
  readonly error?: ErrorOutput;
  /** Where in the code the error came up, where that is known. */
  readonly position?: SourcePosition;
  /** What ended the kernel, or the loss of outputs; they are those that had come. */
  readonly cause?: Error;
}

/** A running kernel; it keeps variables from one execution to the next. */
export interface Kernel {
  /**
   * Runs code and waits for all of its outputs; whatever becomes of it is a result, not a rejection:
   * `cause` is a {@linkcode KernelTimeoutError}, a {@linkcode KernelInterruptedError}, a
   * {@linkcode KernelDeathError} as after `Deno.exit()`, or tells that outputs were lost. The kernel
   * is then killed: code that waits hears no other request to stop.
   *
   * @param timeoutMs Milliseconds that it may take.
   */
  execute(code: string, timeoutMs: number): Promise<Execution>;
  /** Ends the kernel; does nothing where it has already ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** The kernel took longer than allowed and was killed. */
export class KernelTimeoutError extends Error {
  override name = "KernelTimeoutError" as const;
}

/** The kernel was killed as somebody asked for the end. */
export class KernelInterruptedError extends Error {
  override name = "KernelInterruptedError" as const;
}

const CONNECT_EVERY_MS = 25;

/**
 * Starts a kernel and waits until it answers and its outputs arrive.
 *
 * @throws {KernelTimeoutError} When it does not answer in time.
 * @throws {KernelDeathError} When its process ends instead, with what it wrote to standard error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using kernel = await startKernel({ cwd: ".", now: Date.now });
 * const { outputs } = await kernel.execute("console.log(6 * 7)", 60_000);
 * assert.deepEqual(outputs, [{ output_type: "stream", name: "stdout", text: "42\n" }]);
 * ```
 */
export async function startKernel(
  { cwd, now, env, signal, startTimeoutMs = 60_000 }: KernelOptions,
): Promise<Kernel> {
  const isInterruptible = signal === undefined;
  const process = await startKernelProcess(cwd, { env, isInterruptible });
  const sockets: ZmtpSocket[] = [];

  async function stop(): Promise<void> {
    await process.stop();
    for (const socket of sockets) socket.close();
  }

  async function connect(port: number, type: "DEALER" | "SUB"): Promise<ZmtpSocket> {
    const socket = await connectOnceListening(port, type, process);
    sockets.push(socket);
    return socket;
  }

  async function open(): Promise<Conversation> {
    const { key, shell_port, iopub_port } = process.connection;
    const shell = await connect(shell_port, "DEALER");
    const iopub = await connect(iopub_port, "SUB");
    const conversation = converse({ shell, iopub, key, now, gone: process.gone });
    await conversation.open(displayByFile(process.folder));
    return conversation;
  }

  async function orStop<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      await stop();
      throw error;
    }
  }

  const conversation = await orStop(
    withinTime(
      startTimeoutMs,
      unlessAborted(signal, open()),
      () => tooLong("start the kernel", startTimeoutMs),
    ),
  );
  return {
    async execute(code, timeoutMs) {
      const collector = collectOutputs();
      try {
        const answer = await withinTime(
          timeoutMs,
          unlessAborted(
            signal,
            conversation.execute(
              code,
              (message) => collector.take(withFiles(message, process.folder)),
            ),
          ),
          () => tooLong("run the code", timeoutMs),
        );
        return await execution(code, answer, collector.outputs());
      } catch (caught) {
        await process.stop();
        await conversation.ended;
        const cause = signal?.aborted ? interrupted() : caught as Error;
        const error: ErrorOutput = {
          output_type: "error",
          ename: cause.name,
          evalue: cause.message,
          traceback: [`${cause.name}: ${cause.message}`],
        };
        return { executionCount: null, outputs: [...collector.outputs(), error], error, cause };
      }
    },
    [Symbol.asyncDispose]: stop,
  };
}

function tooLong(action: string, ms: number): Error {
  return new KernelTimeoutError(`Cannot ${action} as it must take at most ${ms} ms`);
}

function interrupted(): Error {
  return new KernelInterruptedError("Cannot finish the code as it was interrupted");
}

async function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return await work;
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(interrupted());
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

async function connectOnceListening(
  port: number,
  type: "DEALER" | "SUB",
  { gone }: KernelProcess,
): Promise<ZmtpSocket> {
  while (true) {
    try {
      return await connectZmtp(port, type);
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      await Promise.race([gone, sleep(CONNECT_EVERY_MS)]);
    }
  }
}

async function execution(
  code: string,
  { reply, failures }: Answer,
  outputs: Output[],
): Promise<Execution> {
  const executionCount = reply.content.execution_count as number;
  const told = outputs.find((output) => output.output_type === "error");
  if (reply.content.status === "ok") {
    // A value that cannot be shown is published as an error, and the reply says ok all the same.
    return { executionCount, outputs: [...outputs, ...failures], error: told ?? failures[0] };
  }
  // Deno publishes nothing for code that it cannot parse or load: only the reply says so.
  const thrown = told ??
    await findSyntaxError(code) ?? {
    output_type: "error",
    ename: String(reply.content.ename),
    evalue: String(reply.content.evalue),
    traceback: reply.content.traceback as string[],
  };
  const { position, traceback } = locateError(code, thrown.traceback);
  const error = { ...thrown, traceback };
  const others = outputs.filter((output) => output !== thrown);
  return { executionCount, outputs: [...others, error], error, position };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
