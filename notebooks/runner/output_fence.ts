/**
 * The fence behind the outputs of a piece of code. A Deno kernel publishes text and results after
 * it has replied, each kind on a way of its own, in order; so once a mark sent on both ways has
 * come, all that was before it has come or is lost.
 */
import type { ErrorOutput } from "../documents/mod.ts";
import type { Message } from "./message.ts";

const MARK = "application/x-wattbook-fence";
const KEPT = "globalThis[Symbol.for('wattbook.kernel')]";

/** Characters of one text that a kernel publishes in one piece: longer ones it may mix up. */
export const PIECE_SIZE = 1 << 16;

/**
 * Runs once, before the code can put functions of its own in place of these. Errors that nobody
 * handled are kept, as a Deno kernel says nothing of them.
 */
export const SET_UP = `((setTimeout, core) => {
  const failures = [];
  Object.defineProperty(globalThis, Symbol.for('wattbook.kernel'), {
    value: {
      print: console.log,
      broadcast: Deno.jupyter.broadcast,
      turn: () => new Promise((resolve) => setTimeout(resolve)),
      failures,
    },
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    failures.push(event.reason);
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    failures.push(event.error ?? event.message);
  });
  for (const [name, isError] of [['log', false], ['info', false], ['error', true], ['warn', true]]) {
    const print = console[name];
    console[name] = (...words) => {
      if (words.length !== 1 || typeof words[0] !== 'string' || words[0].length < ${PIECE_SIZE}) {
        return print(...words);
      }
      const text = words[0] + '\\n';
      for (let at = 0; at < text.length; at += ${PIECE_SIZE}) {
        core.print(text.slice(at, at + ${PIECE_SIZE}), isError);
      }
    };
  }
})(setTimeout, Deno[Deno.internal].core);`;

/** Code that sends a mark on both ways; waits for a turn of the timers, as late results do. */
export function fenceCode(fence: number): string {
  return `await ${KEPT}.turn();
    ${KEPT}.print("${MARK} ${fence}");
    await ${KEPT}.broadcast("display_data", {
      data: {
        "${MARK}": {
          fence: ${fence},
          failures: ${KEPT}.failures.splice(0).slice(0, 10).map((reason) => ({
            ename: String(reason?.name ?? "Error"),
            evalue: String(reason?.message ?? reason),
            traceback: String(reason?.stack ?? reason).split("\\n"),
          })),
        },
      },
      metadata: {},
    });`;
}

/** What the kernel displays for a fence. */
interface DisplayedMark {
  readonly fence: number;
  readonly failures: readonly Omit<ErrorOutput, "output_type">[];
}

/** One mark of a fence. */
export interface FenceMark {
  readonly way: "printed" | "displayed";
  readonly fence: number;
  /** What nobody handled since the fence before; of displayed marks. */
  readonly failures: readonly ErrorOutput[];
}

/**
 * Tells the mark of a fence from an output.
 *
 * @returns `undefined` for an output.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const header = { msg_id: "", session: "", username: "", date: "", msg_type: "stream", version: "" };
 * const content = { name: "stdout", text: "application/x-wattbook-fence 3\n" };
 * const mark = readMark({ header, parent_header: {}, metadata: {}, content });
 * assert.deepEqual(mark, { way: "printed", fence: 3, failures: [] });
 * ```
 */
export function readMark({ header, content }: Message): FenceMark | undefined {
  if (header.msg_type === "stream") {
    const [, fence] = new RegExp(`^${MARK} (\\d+)\n$`).exec(String(content.text)) ?? [];
    return fence === undefined ? undefined : { way: "printed", fence: Number(fence), failures: [] };
  }
  if (header.msg_type !== "display_data") return undefined;
  const mark = (content.data as { [MARK]?: DisplayedMark })[MARK];
  return mark && {
    way: "displayed",
    fence: mark.fence,
    failures: mark.failures.map((failure) => ({ output_type: "error", ...failure })),
  };
}
