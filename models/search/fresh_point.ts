/** Points that were not tried before. */

import type { Point, SearchSpace } from "./parameter.ts";

/** A space of which this many draws hit only known points has little left to find. */
const DRAWS = 30;

/**
 * Draws points until one is not among the known ones; the last of thirty where all are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * let drawn = 0;
 * assert.deepEqual(freshPoint(() => ({ k: drawn++ }), [{ k: 0 }, { k: 1 }]), { k: 2 });
 * ```
 */
export function freshPoint(draw: () => Point, known: readonly Point[]): Point {
  const seen = new Set(known.map(textOf));
  let point = draw();
  for (let i = 1; i < DRAWS && seen.has(textOf(point)); i++) point = draw();
  return point;
}

/**
 * A point with a value for every parameter.
 *
 * @param choose Chooses the value of one parameter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const space = [{ name: "k", kind: "whole", low: 1, high: 9 }] as const;
 * assert.deepEqual(pointOf(space, () => 4), { k: 4 });
 * ```
 */
export function pointOf(
  space: SearchSpace,
  choose: (parameter: SearchSpace[number]) => number | string,
): Point {
  return Object.fromEntries(space.map((parameter) => [parameter.name, choose(parameter)]));
}

function textOf(point: Point): string {
  return JSON.stringify(Object.entries(point).sort(([a], [b]) => a < b ? -1 : 1));
}
