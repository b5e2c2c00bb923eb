/**
 * The fence behind the outputs of a piece of code. A Deno kernel publishes text and results after
 * it has replied, and drops them where they are read too slowly. Each kind goes its own way, in
 * order; so once a mark sent on both ways has come, all that was before it has come or is lost.
 */
import type { Message } from "./message.ts";

const MARK = "application/x-wattbook-fence";
const PRINT = "Symbol.for('wattbook.print')";

/** Runs once, before the code can put a function of its own in place of `console.log`. */
export const KEEP_PRINT =
  `Object.defineProperty(globalThis, ${PRINT}, { value: console.log }); undefined;`;

/** Code that sends a mark on both ways; waits for a turn of the timers, as late results do. */
export function fenceCode(fence: number): string {
  return `await new Promise((resolve) => setTimeout(resolve));
    globalThis[${PRINT}]("${MARK} ${fence}");
    await Deno.jupyter.broadcast("display_data", { data: { "${MARK}": ${fence} }, metadata: {} });`;
}

/** Messages of code and fences. */
export interface Fenced {
  /** Whether all has come. */
  readonly complete: boolean;
  /** Whether the mark of a later fence has come on a way on which that of fence 1 has not. */
  readonly lost: boolean;
  /** What is no mark. */
  readonly messages: readonly Message[];
}

/**
 * Tells outputs from the marks of fences 1 and later.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readFenced([]), { complete: false, lost: false, messages: [] });
 * ```
 */
export function readFenced(published: readonly Message[]): Fenced {
  const printed = new Set(published.map(printedMark));
  const displayed = new Set(published.map(displayedMark));
  const ways = [printed, displayed].map((marks) => marks.difference(new Set([undefined])));
  return {
    complete: ways.every((marks) => marks.has(1)),
    lost: ways.some((marks) => marks.size > 0 && !marks.has(1)),
    messages: published.filter((message) =>
      printedMark(message) === undefined && displayedMark(message) === undefined
    ),
  };
}

function printedMark({ header, content }: Message): number | undefined {
  if (header.msg_type !== "stream") return undefined;
  const [, fence] = new RegExp(`^${MARK} (\\d+)\n$`).exec(String(content.text)) ?? [];
  return fence === undefined ? undefined : Number(fence);
}

function displayedMark({ header, content }: Message): number | undefined {
  if (header.msg_type !== "display_data") return undefined;
  return (content.data as { [MARK]?: number })[MARK];
}
