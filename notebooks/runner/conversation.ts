/** Requests to a kernel and the messages that answer them. */
import { decodeMessage, encodeMessage, type Message } from "./message.ts";
import { fenceCode, KEEP_PRINT, readFenced } from "./output_fence.ts";
import type { ZmtpSocket } from "./zmtp.ts";

/** The two sockets of a conversation and what signs and dates it. */
export interface ConversationOptions {
  /** Where requests go and replies come from. */
  readonly shell: Pick<ZmtpSocket, "send" | "receive">;
  /** Where the kernel publishes outputs and status. */
  readonly iopub: Pick<ZmtpSocket, "drain">;
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
  /** Waits until what the kernel publishes is heard. */
  open(): Promise<void>;
  /** Sends a request and waits for its reply only. */
  ask(type: string, content: Message["content"]): Promise<Message>;
  /**
   * Runs code and waits for the reply and for everything that the code publishes.
   *
   * @throws {Error} When some of it was lost: it came faster than it could be read.
   */
  execute(code: string): Promise<Answer>;
}

const EXECUTE = {
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
};
const UNCOUNTED = { silent: true, store_history: false };
const LOSS =
  "Cannot keep the outputs of the code as the kernel dropped or mixed up some: print less at once";

/**
 * Opens a conversation over connected sockets.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const shell = { send: () => Promise.resolve(), receive: () => Promise.resolve(undefined) };
 * const iopub = { drain: () => Promise.resolve([]) };
 * const gone = Promise.reject<never>(new Error("Gone"));
 * const { ask } = converse({ shell, iopub, key: "k", now: () => 0, gone });
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

  async function replyTo(id: string): Promise<Message> {
    while (true) {
      const message = decodeMessage(await shell.receive() ?? await gone, key);
      if (message.parent_header.msg_id === id) return message;
    }
  }

  async function heard(): Promise<Message[]> {
    try {
      return (await iopub.drain()).map((parts) => decodeMessage(parts, key));
    } catch (cause) {
      // A text of many megabytes takes a kernel so long that it may start other messages inside it.
      throw new Error(LOSS, { cause });
    }
  }

  async function ask(type: string, content: Message["content"]): Promise<Message> {
    return await replyTo(await send(type, content));
  }

  return {
    ask,
    async open() {
      // Until the subscription has reached the kernel, what it publishes is lost: ask until heard.
      do await ask("kernel_info_request", {}); while ((await iopub.drain()).length === 0);
      await ask("execute_request", { ...EXECUTE, ...UNCOUNTED, code: KEEP_PRINT });
    },
    async execute(code) {
      const id = await send("execute_request", { ...EXECUTE, code });
      const reply = await replyTo(id);
      const published: Message[] = [];
      for (let fence = 1;; fence++) {
        // A kernel mixes up what it publishes for new code and a long text still on its way.
        published.push(...await heard());
        const { complete, lost, messages } = readFenced(published);
        if (lost || complete && !isWhole(messages, id)) throw new Error(LOSS);
        if (complete) return { reply, published: messages };
        await ask("execute_request", { ...EXECUTE, ...UNCOUNTED, code: fenceCode(fence) });
      }
    },
  };
}

/** Whether the kernel's own words about a request are there, as outputs between them may be. */
function isWhole(messages: readonly Message[], id: string): boolean {
  const own = messages.filter(({ parent_header }) => parent_header.msg_id === id);
  return own.some(({ header }) => header.msg_type === "execute_input") &&
    own.some(({ content }) => content.execution_state === "idle");
}
