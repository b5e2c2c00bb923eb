/** Search near what was good and far from what was not. */

import { deriveSeed, random } from "../random.ts";
import { best } from "./best.ts";
import { freshPoint, pointOf } from "./fresh_point.ts";
import { type Parameter, placeOf, valueAt } from "./parameter.ts";
import { fitParzen, parzenDensity, sampleParzen } from "./parzen.ts";
import { randomSearch } from "./random_search.ts";
import type { SearchMethod } from "./search_method.ts";

/** Points drawn by chance before there is anything to learn from. */
const FIRST = 8;
/** Share of the observations that count as good, γ in the paper. */
const GOOD_SHARE = 0.2;
/** Draws from the good ones of which the most promising is taken. */
const CANDIDATES = 24;

type Value = number | string;

/**
 * The tree-structured Parzen estimator (Bergstra et al., Algorithms for Hyper-Parameter
 * Optimization, NIPS 2011), for spaces without branches. The best fifth of the observations and the
 * others each give a density of every parameter, l and g. Of values drawn from l the one with
 * the highest l / g is proposed, as the expected improvement rises with that ratio. Good where the
 * best lies in one region; parameters that depend on one another it takes one by one, so it can
 * miss a narrow ridge.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const space = [{ name: "x", kind: "real", low: 0, high: 1 }] as const;
 * const history = Array.from({ length: 20 }, (_, i) => {
 *   const x = i / 20;
 *   return { point: { x }, share: 1, value: -((x - 0.3) ** 2) };
 * });
 * const { point } = tpe.propose(space, 7, history);
 * assert.ok(Math.abs(Number(point.x) - 0.3) < 0.3);
 * ```
 */
export const tpe: SearchMethod = {
  name: "tpe",
  propose(space, seed, history) {
    if (history.length < FIRST) return randomSearch.propose(space, seed, history);
    const draw = random(deriveSeed(seed, `trial ${history.length}`));
    const good = best(history, Math.ceil(GOOD_SHARE * history.length));
    const others = history.filter((observation) => !good.includes(observation));
    const ratios = space.map((parameter) => {
      const [ours, theirs] = [good, others].map((observations) =>
        observations.map(({ point }) => point[parameter.name])
      );
      return parameter.kind === "choice"
        ? choiceRatio(parameter.values, ours, theirs)
        : numberRatio(parameter, ours, theirs);
    });
    const point = freshPoint(
      () => pointOf(space, (parameter) => mostPromising(ratios[space.indexOf(parameter)], draw)),
      history.map((observation) => observation.point),
    );
    return { point, share: 1 };
  },
};

/** How to draw a value from the good ones and how promising a value is. */
interface Ratio {
  readonly draw: (random: () => number) => Value;
  /** l / g, up to a factor. */
  readonly of: (value: Value) => number;
}

function numberRatio(
  parameter: Parameter,
  good: readonly Value[],
  others: readonly Value[],
): Ratio {
  const [l, g] = [good, others].map((values) =>
    fitParzen(values.map((value) => placeOf(parameter, value)))
  );
  return {
    draw: (random) => valueAt(parameter, sampleParzen(l, random)),
    of: (value) => {
      const place = placeOf(parameter, value);
      return parzenDensity(l, place) / parzenDensity(g, place);
    },
  };
}

/** Counts, and one more of each value for the prior. */
function choiceRatio(
  values: readonly Value[],
  good: readonly Value[],
  others: readonly Value[],
): Ratio {
  const weight = (value: Value, among: readonly Value[]) =>
    1 + among.filter((other) => other === value).length;
  const total = good.length + values.length;
  return {
    draw: (random) => {
      let left = random() * total;
      return values.find((value) => (left -= weight(value, good)) < 0) ?? values[values.length - 1];
    },
    of: (value) => weight(value, good) / weight(value, others),
  };
}

function mostPromising(ratio: Ratio, random: () => number): Value {
  const drawn = Array.from({ length: CANDIDATES }, () => ratio.draw(random));
  return drawn.reduce((best, value) => ratio.of(value) > ratio.of(best) ? value : best);
}
