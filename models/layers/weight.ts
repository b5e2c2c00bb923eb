/** The weights of a network as plain data. */

/** A dense array of numbers: what a network learns, or a part of it. */
export interface Weight {
  readonly shape: readonly number[];
  /** Row-major; each a float32. */
  readonly values: readonly number[];
}

/** What a network of the named weights is made of. */
export type Weights<Name extends string = string> = { readonly [name in Name]: Weight };

/** The values of the named weights, ready for arithmetic. */
export type WeightValues<Name extends string = string> = { readonly [name in Name]: Float64Array };

/**
 * The values of each weight as a typed array.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const values = weightValues({ bias: { shape: [2], values: [0.5, 1] } });
 * assert.deepEqual(values, { bias: Float64Array.of(0.5, 1) });
 * ```
 */
export function weightValues<Name extends string>(weights: Weights<Name>): WeightValues<Name> {
  const entries = Object.entries<Weight>(weights);
  const values = entries.map(([name, weight]) => [name, Float64Array.from(weight.values)]);
  return Object.fromEntries(values);
}
