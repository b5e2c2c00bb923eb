/** What a search may choose, as plain data. */

/** A number or a word that is to be chosen. */
export type Parameter =
  | {
    readonly name: string;
    /** `whole` and `real` numbers are alike likely over the range, `log` ones by their logarithm. */
    readonly kind: "whole" | "real" | "log";
    /** Least and greatest value, both included. */
    readonly low: number;
    readonly high: number;
  }
  | {
    readonly name: string;
    readonly kind: "choice";
    readonly values: readonly (number | string)[];
  };

/** All that is to be chosen; the parameters do not depend on one another. */
export type SearchSpace = readonly Parameter[];

/** One value for each parameter, by its name. */
export type Point = Readonly<Record<string, number | string>>;

/** More digits of a choice say nothing. */
const DIGITS = 4;

/**
 * The value of a parameter at a place between 0 and 1; uniform places make every value that it may
 * take alike likely, on the scale that its kind says.
 *
 * @param place In [0, 1].
 * @returns Real numbers with four significant digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(valueAt({ name: "trees", kind: "whole", low: 1, high: 4 }, 0.5), 3);
 * assert.equal(valueAt({ name: "l2", kind: "log", low: 0.01, high: 100 }, 0.5), 1);
 * ```
 */
export function valueAt(parameter: Parameter, place: number): number | string {
  if (parameter.kind === "choice") return parameter.values[cell(place, parameter.values.length)];
  const { kind, low, high } = parameter;
  if (kind === "whole") return low + cell(place, high - low + 1);
  const value = kind === "real"
    ? low + place * (high - low)
    : Math.exp(Math.log(low) + place * (Math.log(high) - Math.log(low)));
  return Math.min(Math.max(Number(value.toPrecision(DIGITS)), low), high);
}

/**
 * The place of a value between 0 and 1: the middle of the places that stand for it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(placeOf({ name: "trees", kind: "whole", low: 1, high: 4 }, 3), 0.625);
 * assert.equal(placeOf({ name: "l2", kind: "log", low: 1, high: 100 }, 10), 0.5);
 * ```
 */
export function placeOf(parameter: Parameter, value: number | string): number {
  if (parameter.kind === "choice") {
    return (parameter.values.indexOf(value) + 0.5) / parameter.values.length;
  }
  const { kind, low, high } = parameter;
  const number = Number(value);
  if (kind === "whole") return (number - low + 0.5) / (high - low + 1);
  if (kind === "real") return (number - low) / (high - low);
  return (Math.log(number) - Math.log(low)) / (Math.log(high) - Math.log(low));
}

function cell(place: number, cells: number): number {
  return Math.min(Math.floor(place * cells), cells - 1);
}
