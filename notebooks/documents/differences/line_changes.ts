/** Two texts line by line. */
import { align } from "./align.ts";

/** A line that only one of two texts has, or both. */
export interface LineChange {
  readonly sign: "-" | "+" | " ";
  readonly line: string;
}

/**
 * All lines of both texts, each once: removed ones before those in their place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(lineChanges("a\nb", "a\nc").map(({ sign, line }) => sign + line), [" a", "-b", "+c"]);
 * ```
 */
export function lineChanges(before: string, after: string): LineChange[] {
  const [left, right] = [before, after].map((text) => text.split("\n"));
  return align(left, right, (a, b) => a === b ? 1 : 0).map((step) => {
    if (step.after === undefined) return { sign: "-", line: left[step.before!] };
    return { sign: step.before === undefined ? "+" : " ", line: right[step.after] };
  });
}

/** How much of the changes is told. */
export interface TellOptions {
  /** Equal lines told beside changed ones. @default {1} */
  readonly context?: number;
  /** Lines told in all. @default {24} */
  readonly maxLines?: number;
}

const MAX_WIDTH = 160;

/**
 * The changed lines and their neighbours as text, `…` for what is left out: long lines are cut to
 * where they differ from the line before or after them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = "1\n2\n3\n4\n5";
 * assert.deepEqual(tellChanges(lineChanges(text, text.replace("4", "x"))), [
 *   "  …", "  3", "- 4", "+ x", "  5",
 * ]);
 * ```
 */
export function tellChanges(
  changes: readonly LineChange[],
  { context = 1, maxLines = 24 }: TellOptions = {},
): string[] {
  const isTold = (i: number) =>
    changes.slice(Math.max(0, i - context), i + context + 1).some(({ sign }) => sign !== " ");
  const lines: string[] = [];
  for (const [i, { sign, line }] of changes.entries()) {
    if (isTold(i)) lines.push(`${sign} ${cut(line, counterpart(changes, i))}`);
    else if (lines.at(-1) !== "  …") lines.push("  …");
  }
  return lines.length <= maxLines
    ? lines
    : [...lines.slice(0, maxLines), `  … ${lines.length - maxLines} more lines`];
}

function counterpart(changes: readonly LineChange[], i: number): string | undefined {
  const other = { "-": changes[i + 1], "+": changes[i - 1], " ": undefined }[changes[i].sign];
  return other === undefined || other.sign === " " ? undefined : other.line;
}

function cut(line: string, other = line): string {
  if (line.length <= MAX_WIDTH) return line;
  let same = 0;
  while (same < line.length && line[same] === other[same]) same++;
  const from = same === line.length ? 0 : Math.max(0, same - MAX_WIDTH / 4);
  const to = from + MAX_WIDTH;
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}
