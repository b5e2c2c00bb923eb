/** What all values of a column are like, in a few words and one small picture. */
import { escapeHtml } from "./escape_html.ts";
import { barsSvg } from "./bars_svg.ts";
import { distribution } from "./distribution.ts";
import { countText, valueFormat } from "./format_value.ts";
import { frequentTexts, MOST_TEXTS } from "./frequent_texts.ts";
import type { Table, TableColumn } from "./table.ts";

/** A column in short. */
export interface ColumnSummary {
  /** Lines of plain text. */
  readonly lines: readonly string[];
  /** A histogram as `<svg>`; empty where it would say nothing. */
  readonly picture: string;
  /** Times among the lines, which say how finely times are written. */
  readonly times: readonly number[];
}

/** Parts of a histogram, also the texts that get a bar. */
const BARS = 32;

/**
 * Summarises every value of a column: least, middle and greatest of numbers and times, the number
 * of different texts and the most frequent one, the share of true; and how many are missing.
 *
 * @param times Times of the column that will be shown beside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * const rooms = table([{ beds: 2 }, { beds: 4 }, { beds: 6 }, {}]);
 * assert.deepEqual(columnSummary(rooms, rooms.columns[0]).lines, [
 *   "min 2",
 *   "median 4",
 *   "max 6",
 *   "1 missing",
 * ]);
 * ```
 */
export function columnSummary(
  table: Pick<Table<unknown>, "numbers" | "texts" | "rows">,
  { name, kind }: TableColumn,
  times: readonly number[] = [],
): ColumnSummary {
  if (kind === "text") return textSummary(table.texts(name), name);
  const { min, median, max, missing, bins } = distribution(
    table.numbers(name),
    kind === "boolean" ? 2 : BARS,
  );
  const found = table.rows - missing;
  if (found === 0) return { lines: missingLine(missing), picture: "", times: [] };
  const label = `Histogram of ${name}`;
  if (kind === "boolean") {
    const yes = min === max ? (min === 1 ? found : 0) : bins[1];
    const lines = [`true ${share(yes, found)}`, ...missingLine(missing)];
    return { lines, picture: picture([found - yes, yes], label), times: [] };
  }
  const ends = kind === "time" ? [min, max] : [];
  const format = valueFormat(kind, [...times, ...ends]);
  return {
    lines: [
      `min ${format(min)}`,
      `median ${format(median)}`,
      `max ${format(max)}`,
      ...missingLine(missing),
    ],
    picture: min === max ? "" : picture(bins, label),
    times: ends,
  };
}

function textSummary(texts: readonly (string | null)[], name: string): ColumnSummary {
  const { missing, counts } = frequentTexts(texts);
  if (counts === undefined) {
    const lines = [`more than ${countText(MOST_TEXTS)} distinct`, ...missingLine(missing)];
    return { lines, picture: "", times: [] };
  }
  const found = texts.length - missing;
  const lines = [`${countText(counts.length)} distinct`];
  if (counts.length > 0 && counts[0][1] > 1) {
    lines.push(`${valueFormat("text")(counts[0][0])} ${share(counts[0][1], found)}`);
  }
  return {
    lines: [...lines, ...missingLine(missing)],
    // Texts that are all as frequent have nothing to show.
    picture: counts.length > 1 && counts[0][1] > counts[counts.length - 1][1]
      ? picture(counts.slice(0, BARS).map(([, count]) => count), `Most frequent of ${name}`)
      : "",
    times: [],
  };
}

function missingLine(missing: number): string[] {
  return missing === 0 ? [] : [`${countText(missing)} missing`];
}

function share(part: number, whole: number): string {
  return `${Number((100 * part / whole).toPrecision(3))} %`;
}

function picture(counts: readonly number[], label: string): string {
  return barsSvg(counts, escapeHtml(valueFormat("text")(label)));
}
