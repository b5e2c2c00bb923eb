/** The real Deno kernel, driven as any Jupyter client would. */
import { type Conversation, converse } from "./conversation.ts";
import { type KernelProcess, startKernelProcess } from "./kernel_process.ts";
import type { ErrorOutput, Output } from "../documents/mod.ts";
import { collectOutputs } from "./outputs.ts";
import { findSyntaxError } from "./syntax_error.ts";
import { withinTime } from "./time_limit.ts";
import { connectZmtp, type ZmtpSocket } from "./zmtp.ts";

/** How a kernel is started. */
export interface KernelOptions {
  /** Folder in which the code runs: relative imports and paths start here. */
  readonly cwd: string;
  /** Variables that the code sees beside those of our own process. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch; dates the messages. */
  readonly now: () => number;
  /** Milliseconds to wait for the kernel's first answer. @default {60_000} */
  readonly startTimeoutMs?: number;
}

/** What became of one piece of code. */
export interface Execution {
  /** The kernel's counter, from 1. */
  readonly executionCount: number;
  readonly outputs: readonly Output[];
  /** Set when the code threw or could not be parsed; it is also among the outputs. */
  readonly error?: ErrorOutput;
}

/** A running kernel; it keeps variables from one execution to the next. */
export interface Kernel {
  /**
   * Runs code and waits for all of its outputs; code that throws is a result, not a rejection.
   *
   * @param timeoutMs Milliseconds after which the kernel is killed.
   * @throws {KernelTimeoutError} When the code took longer.
   * @throws {KernelDeathError} When the kernel ended, as after `Deno.exit()`.
   * @throws {Error} When some outputs were lost, as of texts above some 5 MB.
   */
  execute(code: string, timeoutMs: number): Promise<Execution>;
  /** Ends the kernel; does nothing where it has already ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** The kernel took longer than allowed and was killed. */
export class KernelTimeoutError extends Error {
  override name = "KernelTimeoutError" as const;
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
  { cwd, env, now, startTimeoutMs = 60_000 }: KernelOptions,
): Promise<Kernel> {
  const process = await startKernelProcess(cwd, env);
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
    await conversation.open();
    return conversation;
  }

  async function orStop<T>(ms: number, work: Promise<T>, action: string): Promise<T> {
    try {
      return await withinTime(
        ms,
        work,
        () => new KernelTimeoutError(`Cannot ${action} as it must take at most ${ms} ms`),
      );
    } catch (error) {
      await stop();
      throw error;
    }
  }

  const conversation = await orStop(startTimeoutMs, open(), "start the kernel");
  return {
    async execute(code, timeoutMs) {
      const { reply, published } = await orStop(
        timeoutMs,
        conversation.execute(code),
        "run the code",
      );
      return await execution(code, reply.content, collectOutputs(published));
    },
    [Symbol.asyncDispose]: stop,
  };
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
  reply: Readonly<Record<string, unknown>>,
  outputs: Output[],
): Promise<Execution> {
  const executionCount = reply.execution_count as number;
  if (reply.status === "ok") return { executionCount, outputs };
  const published = outputs.find((output) => output.output_type === "error");
  if (published !== undefined) return { executionCount, outputs, error: published };
  // Deno publishes nothing for code that it cannot parse or load: only the reply says so.
  const error = await findSyntaxError(code) ?? {
    output_type: "error",
    ename: String(reply.ename),
    evalue: String(reply.evalue),
    traceback: reply.traceback as string[],
  };
  return { executionCount, outputs: [...outputs, error], error };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
