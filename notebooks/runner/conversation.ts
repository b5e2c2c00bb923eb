/** Requests to a kernel and the messages that answer them. */
import type { ErrorOutput } from "../documents/mod.ts";
import { decodeMessage, encodeMessage, type Message } from "./message.ts";
import { fenceCode, type FenceMark, readMark, SET_UP } from "./output_fence.ts";
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

/** What became of a piece of code beside what it published. */
export interface Answer {
  readonly reply: Message;
  /** Errors that nobody handled since the code before. */
  readonly failures: readonly ErrorOutput[];
}

/** One request at a time. */
export interface Conversation {
  /**
   * Waits until what the kernel publishes is heard.
   *
   * @param setUp Code that runs before any other. @default {""}
   */
  open(setUp?: string): Promise<void>;
  /** Sends a request and waits for its reply only. */
  ask(type: string, content: Message["content"]): Promise<Message>;
  /**
   * Runs code and waits for the reply and for everything that the code publishes.
   *
   * @param onMessage Takes what is published, as it comes.
   * @throws {Error} When some of it was lost: it came faster than it could be read.
   */
  execute(code: string, onMessage: (message: Message) => void): Promise<Answer>;
  /** Resolves once the kernel is gone and all that it published has been heard. */
  readonly ended: Promise<void>;
}

const EXECUTE = {
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
};
const UNCOUNTED = { silent: true, store_history: false };
const ASK_AGAIN_MS = 5;
const FENCE_AGAIN_MS = 250;
const LOSS =
  "Cannot keep the outputs of the code as the kernel dropped or mixed up some: print less at once";

/**
 * Opens a conversation over connected sockets.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const silent = { send: () => Promise.resolve(), receive: () => Promise.resolve(undefined) };
 * const gone = Promise.reject<never>(new Error("Gone"));
 * const { ask } = converse({ shell: silent, iopub: silent, key: "k", now: () => 0, gone });
 * await assert.rejects(ask("kernel_info_request", {}), { message: "Gone" });
 * ```
 */
export function converse(
  { shell, iopub, key, now, gone }: ConversationOptions,
): Conversation {
  let asked = 0;
  let fences = 0;
  let heard = 0;
  let listen: (message: Message) => void = () => {};

  const hearing = (async () => {
    for (let parts; (parts = await iopub.receive()) !== undefined;) {
      heard++;
      listen(decodeMessage(parts, key));
    }
  })().catch((cause) => {
    // A text of many megabytes takes a kernel so long that it may start other messages inside it.
    throw new Error(LOSS, { cause });
  });
  const unheard = hearing.then(() => gone);
  // Whoever executes is told.
  unheard.catch(() => {});

  const nextId = () => `wattbook-${++asked}`;

  async function send(
    msg_id: string,
    msg_type: string,
    content: Message["content"],
  ): Promise<void> {
    const header = {
      msg_id,
      session: "wattbook",
      username: "wattbook",
      date: new Date(now()).toISOString(),
      msg_type,
      version: "5.3",
    };
    await shell.send(encodeMessage({ header, parent_header: {}, metadata: {}, content }, key));
  }

  async function replyTo(id: string): Promise<Message> {
    while (true) {
      const message = decodeMessage(await shell.receive() ?? await gone, key);
      if (message.parent_header.msg_id === id) return message;
    }
  }

  async function ask(type: string, content: Message["content"]): Promise<Message> {
    const id = nextId();
    await send(id, type, content);
    return await replyTo(id);
  }

  /** Sends fences until the marks of the first have come on both ways. */
  async function pass(marks: MarkWatch): Promise<void> {
    while (true) {
      await ask("execute_request", { ...EXECUTE, ...UNCOUNTED, code: fenceCode(++fences) });
      for (let before = -1; before !== heard;) {
        before = heard;
        if (await within(FENCE_AGAIN_MS, Promise.race([marks.complete, unheard]))) return;
      }
    }
  }

  return {
    ask,
    async open(setUp = "") {
      // Until the subscription has reached the kernel, what it publishes is lost: ask until heard.
      while (heard === 0) {
        await ask("kernel_info_request", {});
        await within(ASK_AGAIN_MS, unheard);
      }
      await ask("execute_request", { ...EXECUTE, ...UNCOUNTED, code: SET_UP + setUp });
    },
    async execute(code, onMessage) {
      const marks = watchMarks(fences + 1);
      const own = new Set<string>();
      const id = nextId();
      listen = (message) => {
        const mark = readMark(message);
        if (mark !== undefined) return marks.see(mark);
        if (message.parent_header.msg_id === id) own.add(wordOf(message));
        onMessage(message);
      };
      await send(id, "execute_request", { ...EXECUTE, code });
      const reply = await Promise.race([replyTo(id), unheard]);
      await pass(marks);
      // The kernel's own words about a request are there, as outputs between them may be.
      if (!own.has("execute_input") || !own.has("idle")) throw new Error(LOSS);
      return { reply, failures: await marks.complete };
    },
    ended: Promise.allSettled([unheard]).then(() => {}),
  };
}

function wordOf({ header, content }: Message): string {
  return header.msg_type === "status" ? String(content.execution_state) : header.msg_type;
}

interface MarkWatch {
  see(mark: FenceMark): void;
  /** Resolves to what was not handled, or rejects when a mark was lost. */
  readonly complete: Promise<readonly ErrorOutput[]>;
}

function watchMarks(first: number): MarkWatch {
  const { promise: complete, resolve, reject } = Promise.withResolvers<readonly ErrorOutput[]>();
  complete.catch(() => {});
  const seen = new Map<FenceMark["way"], FenceMark>();
  return {
    complete,
    see(mark) {
      // Fences of the code before may have been sent twice.
      if (mark.fence < first || seen.has(mark.way)) return;
      if (mark.fence > first) return reject(new Error(LOSS));
      seen.set(mark.way, mark);
      if (seen.size === 2) resolve([...seen.values()].flatMap(({ failures }) => failures));
    },
  };
}

/** Whether the work was done before the time was over. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  try {
    return await Promise.race([work.then(() => true), over]);
  } finally {
    clearTimeout(timer);
  }
}
