/** The first line of a CSV file: its column names and what stands between them. */

/** How the columns of a CSV file are called and parted. */
export interface CsvHeader {
  /** What stands between two cells. */
  readonly delimiter: string;
  /** The column names in order, without quotes and the spaces around them. */
  readonly names: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Reads a header with the delimiter (comma, semicolon, tab or pipe) that gives most of the
 * wanted columns; where several do, the one that gives most columns. The header decides alone:
 * what rows look like must not change how they are read.
 *
 * @param wanted The columns that the caller will read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseCsvHeader('room;"kWh, net";time', ["room", "time"]), {
 *   delimiter: ";",
 *   names: ["room", "kWh, net", "time"],
 * });
 * ```
 */
export function parseCsvHeader(line: string, wanted: readonly string[]): CsvHeader {
  const found = (header: CsvHeader) => wanted.filter((name) => header.names.includes(name)).length;
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, names: split(line, delimiter) }))
    .sort((a, b) => found(b) - found(a) || b.names.length - a.names.length);
  return best;
}

function split(line: string, delimiter: string): string[] {
  const cell = new RegExp(`[${delimiter}](?: *"((?:[^"]|"")*)" *|([^${delimiter}]*))`, "g");
  return [...`${delimiter}${line}`.matchAll(cell)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain.trim());
}
