/** Values of a table as text for people. */
import type { ColumnKind } from "./column_kind.ts";
import type { Value } from "./table.ts";

const LONGEST = 60;
/** Of a text of megabytes only its beginning is looked at. */
const READ = 1000;

/** Writes a value of one column. */
export type ValueFormat = (value: Value) => string;

/**
 * The text of values of a column: numbers with at most six digits unless they are whole, times in
 * UTC as fine as `samples` need it, text up to 60 characters in one line, nothing for what is
 * missing.
 *
 * @param samples Times that will be shown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(valueFormat("number")(1 / 3), "0.333333");
 * const hour = valueFormat("time", [Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 1, 13)]);
 * assert.equal(hour(Date.UTC(2024, 0, 1)), "2024-01-01 00:00");
 * ```
 */
export function valueFormat(kind: ColumnKind, samples: readonly number[] = []): ValueFormat {
  switch (kind) {
    case "number":
      return (value) => numberText(value as number);
    case "time":
      return timeFormat(samples);
    case "boolean":
      return (value) => value === null ? "" : String(value);
    case "text":
      return (value) => value === null ? "" : shortText(value as string);
  }
}

/**
 * A whole number with commas, as in captions.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(countText(1_000_000), "1,000,000");
 * ```
 */
export function countText(count: number): string {
  return count.toLocaleString("en");
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return "";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function timeFormat(samples: readonly number[]): ValueFormat {
  const fit = (step: number) => samples.every((ms) => !isDate(ms) || ms % step === 0);
  const length = fit(86_400_000) ? 10 : fit(60_000) ? 16 : fit(1000) ? 19 : 23;
  return (value) => {
    const ms = value as number;
    if (Number.isNaN(ms)) return "";
    if (!isDate(ms)) return String(ms);
    return new Date(ms).toISOString().replace("T", " ").replace("Z", "").slice(0, length);
  };
}

/** Beyond year 275760 JavaScript has no date; years outside 0 to 9999 are written otherwise. */
function isDate(ms: number): boolean {
  return ms >= -62_167_219_200_000 && ms < 253_402_300_800_000;
}

function shortText(text: string): string {
  const line = text.slice(0, READ).replaceAll(/\s+/g, " ");
  const characters = [...line];
  const whole = characters.length <= LONGEST && text.length <= READ;
  return whole ? line : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
