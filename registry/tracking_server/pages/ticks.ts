/** Round numbers for an axis. */

/** The numbers to write on an axis, ascending, and how far apart they are. */
export interface Ticks {
  readonly values: readonly number[];
  readonly step: number;
}

/**
 * Multiples of 1, 2 or 5 times a power of ten within a range, about `wanted` of them.
 *
 * @param from Start of the range, finite.
 * @param to End of the range, above `from`.
 * @param least Smallest step; 1 for whole numbers.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(niceTicks(0, 10, 5), { values: [0, 2, 4, 6, 8, 10], step: 2 });
 * ```
 */
export function niceTicks(from: number, to: number, wanted: number, least = 0): Ticks {
  const rough = Math.max((to - from) / wanted, least);
  const power = Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => scaled(factor, power))
    .find((size) => size >= rough * 0.999) ?? rough;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const values = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  );
  return { values, step };
}

/**
 * A tick as its axis writes it: all ticks of a step have the same number of decimals.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([tickText(0.5, 0.25), tickText(-2e7, 1e7)], ["0.50", "−2e7"]);
 * ```
 */
export function tickText(value: number, step: number): string {
  const finest = Math.floor(Math.log10(step) + 1e-9);
  const isMultiple = Math.abs(step / 10 ** finest - Math.round(step / 10 ** finest)) < 1e-9;
  const decimals = isMultiple ? -finest : 1 - finest;
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size < 1e6 && decimals <= 5) return minus(value.toFixed(Math.max(0, decimals)));
  const digits = Math.max(0, Math.floor(Math.log10(size)) + decimals);
  return minus(value.toExponential(Math.min(digits, 12)).replace("e+", "e"));
}

/** Division keeps 0.1 exact where a product of 1 and 10 ** -1 would not. */
function scaled(factor: number, power: number): number {
  return power < 0 ? factor / 10 ** -power : factor * 10 ** power;
}

function minus(text: string): string {
  return text.replaceAll("-", "−");
}
