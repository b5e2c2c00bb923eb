/** What a chart shows, in words: for terminals, screen readers, and notebooks whose pictures are blocked. */

/** What the values of a column are; a time is epoch milliseconds or a `Date`. */
export type ShownKind = "time" | "number" | "flag" | "name";

/** A column or an axis of a chart. */
export interface Shown {
  readonly name: string;
  readonly kind: ShownKind;
  readonly values: readonly unknown[];
}

/** Names that are told; of more the number. */
const TOLD = 3;

/**
 * The title, the number of points and a line per column: from where to where its numbers and times go,
 * how many of its flags are set, which names it has. What has no value is left out.
 *
 * @param points Not told where it is 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = chartText("Load, kWh", 2, [
 *   { name: "ts", kind: "time", values: [0, 3_600_000] },
 *   { name: "kwh", kind: "number", values: [1 / 3, NaN] },
 *   { name: "label", kind: "flag", values: [true, null] },
 *   { name: "room", kind: "name", values: ["a", "b"] },
 * ]);
 * assert.equal(text, [
 *   "Load, kWh",
 *   "2 points",
 *   "ts: 1970-01-01 00:00 to 1970-01-01 01:00 UTC",
 *   "kwh: 0.3333",
 *   "label: 1 of 2",
 *   "room: a, b",
 * ].join("\n"));
 * ```
 */
export function chartText(title: string, points: number, shown: readonly Shown[]): string {
  return [
    title || "Chart",
    ...(points === 0 ? [] : [`${count(points)} ${points === 1 ? "point" : "points"}`]),
    ...shown.flatMap(({ name, kind, values }) => {
      const text = texts[kind](values);
      return text === "" ? [] : [`${name}: ${text}`];
    }),
  ].join("\n");
}

/**
 * The text of a chart of rows; columns that no row has are left out.
 *
 * @param columns What is drawn of the rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows: { hour: number; q1?: number }[] = [{ hour: 0 }, { hour: 23 }];
 * const columns = { hour: "number", q1: "number" } as const;
 * assert.equal(rowsText("Usual day", rows, columns), "Usual day\n2 points\nhour: 0 to 23");
 * ```
 */
export function rowsText<Row>(
  title: string,
  rows: readonly Row[],
  columns: Partial<Readonly<Record<keyof Row & string, ShownKind>>>,
): string {
  const shown = Object.entries(columns).flatMap(([name, kind]) =>
    rows.some((row) => row[name as keyof Row] !== undefined)
      ? [{ name, kind: kind as ShownKind, values: rows.map((row) => row[name as keyof Row]) }]
      : []
  );
  return chartText(title, rows.length, shown);
}

const texts: Readonly<Record<ShownKind, (values: readonly unknown[]) => string>> = {
  time: (values) => {
    const span = spanText(values, utcMinute);
    return span === "" ? "" : `${span} UTC`;
  },
  number: (values) => spanText(values, (value) => String(Number(value.toPrecision(4)))),
  flag: (values) => {
    const set = values.filter((value) => value === true || value === 1);
    return `${count(set.length)} of ${count(values.length)}`;
  },
  name: (values) => {
    const names = [...new Set(values.map(String))];
    const more = names.length - TOLD;
    return names.slice(0, TOLD).join(", ") + (more > 0 ? ` and ${more} more` : "");
  },
};

/** Least and greatest of what is finite, or the one value. */
function spanText(values: readonly unknown[], write: (value: number) => string): string {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    const number = value === null || value === undefined ? NaN : Number(value);
    if (!Number.isFinite(number)) continue;
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }
  if (least > greatest) return "";
  return least === greatest ? write(least) : `${write(least)} to ${write(greatest)}`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function utcMinute(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
}
