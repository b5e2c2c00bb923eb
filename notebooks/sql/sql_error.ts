/** An error of SQL as a person wants to read it. */

/** DuckDB refused a query; the message shows the line, the place in it and what was bound. */
export class SqlError extends Error {
  override name = "SqlError" as const;
  /** Line of the query, from 1; absent where DuckDB names none. */
  readonly line?: number;

  constructor(message: string, options: ErrorOptions & { readonly line?: number }) {
    super(message, options);
    this.line = options.line;
    // A notebook shows the stack: frames inside the driver would push the message out of sight.
    this.stack = `${this.name}: ${message}`;
  }
}

const MESSAGE =
  /^(?:Failed to [a-z ]+: )?(?:([A-Z][A-Za-z ]+ Error): )?(.*?)(?:\n+LINE (\d+): (.*)\n( *)\^)?\s*$/s;
const LINES_AROUND = 2;
const WIDEST = 100;

/**
 * What DuckDB says of a query, with the lines around the place it names and a mark under it.
 *
 * @param error What DuckDB threw; anything that is no error of a query is given back as it is.
 * @param query The text that was run.
 * @param bound What stands behind `$1`, `$2`, …, as people read it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const duckdb = new Error(
 *   'Binder Error: Referenced column "kw" not found in FROM clause!\nCandidate bindings: "kwh"\n\n' +
 *     "LINE 1: SELECT kw FROM readings WHERE meter_id = $1\n               ^",
 * );
 * const query = "SELECT kw FROM readings WHERE meter_id = $1";
 * assert.equal((explainSqlError(duckdb, query, ["'r1'"]) as SqlError).message, [
 *   'Cannot run the SQL: Referenced column "kw" not found in FROM clause!',
 *   'Candidate bindings: "kwh"',
 *   "",
 *   "1 │ SELECT kw FROM readings WHERE meter_id = $1",
 *   "  │        ^",
 *   "",
 *   "$1 = 'r1'",
 * ].join("\n"));
 * ```
 */
export function explainSqlError(
  error: unknown,
  query: string,
  bound: readonly string[] = [],
): unknown {
  if (!(error instanceof Error)) return error;
  const [, kind, what, lineText, excerpt, indent] = MESSAGE.exec(error.message)!;
  if (kind === undefined) return error;
  const parts = [`Cannot run the SQL: ${what.trim()}`];
  const line = lineText === undefined ? undefined : Number(lineText);
  if (line !== undefined) {
    const place = indent.length - `LINE ${line}: `.length;
    parts.push(aroundPlace(query.split("\n"), line, placeInLine(query, line, excerpt, place)));
  }
  const named = bound.map((value, i) => `$${i + 1} = ${value}`);
  if (named.length > 0) parts.push(named.join("\n"));
  return new SqlError(parts.join("\n\n"), { cause: error, line });
}

/** DuckDB cuts a long line at both ends and counts the place within what is left. */
function placeInLine(query: string, line: number, excerpt: string, place: number): number {
  if (!excerpt.startsWith("...")) return place;
  const rest = excerpt.replace(/^\.\.\.|\.\.\.$/g, "");
  return Math.max(0, (query.split("\n")[line - 1] ?? "").indexOf(rest)) + place - 3;
}

function aroundPlace(lines: readonly string[], line: number, place: number): string {
  const first = Math.max(1, line - LINES_AROUND);
  const last = Math.min(lines.length, line + LINES_AROUND);
  const width = String(last).length;
  // All lines are moved alike, so that a place far to the right is still seen.
  const from = place < WIDEST - 20 ? 0 : place - WIDEST / 2;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1].slice(from, from + WIDEST).trimEnd();
    shown.push(`${String(number).padStart(width)} │ ${text}`.trimEnd());
    if (number === line) shown.push(`${" ".repeat(width)} │ ${" ".repeat(place - from)}^`);
  }
  return shown.join("\n");
}
