/** DuckDB's complaints about a CSV file in our words. */

/**
 * Turns what DuckDB throws while it reads CSV into an error that names file and line; any other
 * error is given back as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const duckdb = new Error("CSV Error on Line: 3\nExpected Number of Columns: 3 Found: 2");
 * assert.throws(() => { throw explainCsvError(duckdb, "a.csv"); }, {
 *   message: "Cannot read line 3 of a.csv: expected 3 columns as in its header, got 2",
 * });
 * ```
 */
export function explainCsvError(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const line = error.message.match(/CSV Error on Line: (\d+)/)?.[1];
  const what = line === undefined ? file : `line ${line} of ${file}`;
  const reason = reasonOf(error.message);
  if (reason === undefined) return error;
  return new SyntaxError(`Cannot read ${what}: ${reason}`, { cause: error });
}

function reasonOf(message: string): string | undefined {
  const columns = message.match(/Expected Number of Columns: (\d+) Found: (\d+)/);
  if (columns) return `expected ${columns[1]} columns as in its header, got ${columns[2]}`;
  if (message.includes("unterminated quote")) return "a quote is not closed";
  if (message.includes("Invalid unicode")) return "the text is not UTF-8";
  if (message.includes("state machine reached an invalid state")) {
    return "its lines must all end alike and its quotes must close";
  }
  return message.match(/CSV Error on Line: \d+\n(?:Original Line: .*\n)?(.*)/)?.[1];
}
