/** CSV text as cells: RFC 4180, with the line on which each record starts. */
import { badField } from "../request_error.ts";

/** One record of a CSV text. */
export interface CsvRecord {
  /** Line on which it starts, from 1. */
  readonly line: number;
  /** At least one cell, without its quotes. */
  readonly cells: readonly string[];
}

/** Far above any number and any column's name, in characters. */
const MAX_CELL = 1_000;

// A cell and what ends it.
const PLAIN = /[^",\r\n]*/y;
const END = /,|\r\n|\n|\r|$/y;

/**
 * The records of a CSV text one by one, at least one; blank lines at the end do not count.
 *
 * @throws {RequestError} 400 with the line when a quote is open or out of place, or a cell is longer
 * than 1,000 characters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...csvRecords('a,"b ""c"""\n1,\n')], [
 *   { line: 1, cells: ["a", 'b "c"'] },
 *   { line: 2, cells: ["1", ""] },
 * ]);
 * ```
 */
export function* csvRecords(text: string): Generator<CsvRecord, void> {
  const trimmed = text.slice(0, lastCharacter(text) + 1);
  let line = 1;
  let at = 0;
  let cells: string[] = [];
  let start = line;
  for (;;) {
    const cellEnd = trimmed[at] === '"' ? quotedEnd(trimmed, at, line) : plainEnd(trimmed, at);
    const length = cellEnd - at;
    if (length > MAX_CELL) {
      throw badField(
        `CSV line ${line}`,
        `expected cells of at most ${MAX_CELL} characters, got ${length}`,
      );
    }
    const raw = trimmed.slice(at, cellEnd);
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    line += raw.split(/\r\n|\n|\r/).length - 1;
    END.lastIndex = cellEnd;
    const end = END.exec(trimmed)?.[0];
    if (end === undefined) throw badField(`CSV line ${line}`, "a quote is out of place");
    at = cellEnd + end.length;
    if (end === ",") continue;
    yield { line: start, cells };
    if (end === "") return;
    start = ++line;
    cells = [];
  }
}

/** A loop, as a regular expression anchored at the end takes quadratic time. */
function lastCharacter(text: string): number {
  let at = text.length - 1;
  while (text[at] === "\n" || text[at] === "\r") at--;
  return at;
}

function plainEnd(text: string, at: number): number {
  PLAIN.lastIndex = at;
  PLAIN.exec(text);
  return PLAIN.lastIndex;
}

function quotedEnd(text: string, at: number, line: number): number {
  let quote = text.indexOf('"', at + 1);
  while (text[quote + 1] === '"' && quote >= 0) quote = text.indexOf('"', quote + 2);
  if (quote < 0) throw badField(`CSV line ${line}`, "a quote is never closed");
  return quote + 1;
}
