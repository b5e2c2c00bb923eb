/** Search by chance alone. */

import { deriveSeed, random } from "../random.ts";
import { freshPoint, pointOf } from "./fresh_point.ts";
import { valueAt } from "./parameter.ts";
import type { SearchMethod } from "./search_method.ts";

/**
 * Every point of the space is alike likely, on the scale of its parameters (Bergstra and Bengio,
 * Random Search for Hyper-Parameter Optimization, 2012). What was observed has no influence, but
 * that a point tried before is passed over. The floor of every other method.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const space = [{ name: "k", kind: "choice", values: [5] }] as const;
 * assert.deepEqual(randomSearch.propose(space, 7, []), { point: { k: 5 }, share: 1 });
 * ```
 */
export const randomSearch: SearchMethod = {
  name: "random",
  propose(space, seed, history) {
    const draw = random(deriveSeed(seed, `trial ${history.length}`));
    const known = history.map(({ point }) => point);
    const point = freshPoint(
      () => pointOf(space, (parameter) => valueAt(parameter, draw())),
      known,
    );
    return { point, share: 1 };
  },
};
