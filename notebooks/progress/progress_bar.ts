/** How far long work is, as a bar in a cell. */
import { countText, escapeHtml } from "../tables/mod.ts";
import { type Broadcast, type DisplayBundle, openCellDisplay } from "./cell_display.ts";

/** What a bar works with. */
export interface ProgressPlace {
  /** Absent outside of a notebook. */
  readonly broadcast: Broadcast | undefined;
  /** Makes a name that no other output has. */
  readonly newId: () => string;
  /** Milliseconds since any moment. */
  readonly now: () => number;
}

/** A bar; it counts from 0 to its total. */
export interface ProgressBar {
  /** Counts on. @default {1} */
  add(count?: number): void;
  /** Shows the final state, and waits until it is shown. */
  done(): Promise<void>;
}

const REDRAW_MS = 100;
const WIDTH = 24;

/**
 * Shows a bar that counts to `total`. Once it is full or done it is a plain line without any time,
 * so that a stored output is the same each time.
 *
 * @throws {RangeError} When total is not a whole number from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const shown: unknown[] = [];
 * const broadcast = (_: string, { data }: Record<string, unknown>) => {
 *   shown.push((data as Record<string, string>)["text/plain"]);
 *   return Promise.resolve();
 * };
 * const bar = progressBar({ broadcast, newId: () => "a", now: () => 0 }, "meters", 2);
 * bar.add(2);
 * await bar.done();
 * assert.equal(shown.at(-1), "meters: 2 of 2");
 * ```
 */
export function progressBar(
  { broadcast, newId, now }: ProgressPlace,
  label: string,
  total: number,
): ProgressBar {
  if (!Number.isSafeInteger(total) || total < 0) {
    throw new RangeError(
      `Cannot show the progress of "${label}" as total must be a whole number >= 0: current value is ${total}`,
    );
  }
  const display = openCellDisplay(broadcast, newId());
  let count = 0;
  let drawn = now();
  display.show(bar(label, count, total));
  return {
    add(more = 1) {
      count += more;
      if (count < total && now() - drawn < REDRAW_MS) return;
      drawn = now();
      display.show(count < total ? bar(label, count, total) : line(label, count, total));
    },
    async done() {
      display.show(line(label, count, total));
      await display.settled();
    },
  };
}

function bar(label: string, count: number, total: number): DisplayBundle {
  const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.floor(WIDTH * count / total));
  const { "text/plain": text } = line(label, count, total);
  return {
    "text/html": `<progress max="${total}" value="${count}"></progress> ${escapeHtml(text)}`,
    "text/plain": `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${text}`,
  };
}

function line(label: string, count: number, total: number): DisplayBundle {
  return { "text/plain": `${label}: ${countText(count)} of ${countText(total)}` };
}
