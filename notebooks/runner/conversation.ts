/** Requests to a kernel and the messages that answer them. */
import { decodeMessage, encodeMessage, type Message } from "./message.ts";
import type { ZmtpSocket } from "./zmtp.ts";

/** The two sockets of a conversation and what signs and dates it. */
export interface ConversationOptions {
  /** Where requests go and replies come from. */
  readonly shell: Pick<ZmtpSocket, "send" | "receive">;
  /** Where the kernel publishes outputs and status. */
  readonly iopub: Pick<ZmtpSocket, "receive">;
  /** The key of the connection file. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Rejects when the kernel is gone; thrown when a socket ends. */
  readonly gone: Promise<never>;
}

/** All that answers one piece of code. */
export interface Answer {
  readonly reply: Message;
  /** What the kernel published for it, in order. */
  readonly published: readonly Message[];
}

/** One request at a time. */
export interface Conversation {
  /** Sends a request and waits for its reply only. */
  ask(type: string, content: Message["content"]): Promise<Message>;
  /** Runs code and waits for the reply and for everything that the code publishes. */
  execute(code: string): Promise<Answer>;
}

const EXECUTE = {
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
};

/**
 * Runs after each piece of code, uncounted: Deno may publish a result or text after the idle status
 * of the code that made it, but not after that of what the same thread ran next.
 */
const FENCE = {
  code: "await new Promise((resolve) => setTimeout(resolve))",
  silent: true,
  store_history: false,
};

/**
 * Opens a conversation over connected sockets.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const socket = { send: () => Promise.resolve(), receive: () => Promise.resolve(undefined) };
 * const gone = Promise.reject<never>(new Error("Gone"));
 * const { ask } = converse({ shell: socket, iopub: socket, key: "k", now: () => 0, gone });
 * await assert.rejects(ask("kernel_info_request", {}), { message: "Gone" });
 * ```
 */
export function converse(
  { shell, iopub, key, now, gone }: ConversationOptions,
): Conversation {
  let asked = 0;

  async function send(msg_type: string, content: Message["content"]): Promise<string> {
    const msg_id = `wattbook-${++asked}`;
    const header = {
      msg_id,
      session: "wattbook",
      username: "wattbook",
      date: new Date(now()).toISOString(),
      msg_type,
      version: "5.3",
    };
    await shell.send(encodeMessage({ header, parent_header: {}, metadata: {}, content }, key));
    return msg_id;
  }

  async function next(socket: Pick<ZmtpSocket, "receive">): Promise<Message> {
    return decodeMessage(await socket.receive() ?? await gone, key);
  }

  async function replyTo(id: string): Promise<Message> {
    while (true) {
      const message = await next(shell);
      if (message.parent_header.msg_id === id) return message;
    }
  }

  /** What is published for these requests until the kernel says that it is done with the last. */
  async function publishedFor(ids: readonly string[]): Promise<Message[]> {
    const messages: Message[] = [];
    while (true) {
      const message = await next(iopub);
      const { header: { msg_type }, parent_header: { msg_id }, content } = message;
      if (!ids.includes(msg_id ?? "")) continue;
      messages.push(message);
      const idle = msg_type === "status" && content.execution_state === "idle";
      if (idle && msg_id === ids.at(-1)) return messages;
    }
  }

  return {
    async ask(type, content) {
      return await replyTo(await send(type, content));
    },
    async execute(code) {
      const id = await send("execute_request", { ...EXECUTE, code });
      const reply = await replyTo(id);
      const fence = await send("execute_request", { ...EXECUTE, ...FENCE });
      const [published] = await Promise.all([publishedFor([id, fence]), replyTo(fence)]);
      return { reply, published };
    },
  };
}
