/** A density on [0, 1] around observed places. */

/** A mixture of Gaussians of the same weight, each cut off outside [0, 1]. */
export interface ParzenDensity {
  /** Ascending. */
  readonly centres: readonly number[];
  /** Standard deviations before the cut, one per centre. */
  readonly widths: readonly number[];
}

/** What is believed before anything is observed: nearly even over the range. */
const PRIOR = { centre: 0.5, width: 1 };
const NARROWEST = 1 / 100;

/**
 * The adaptive Parzen estimator of the tree-structured Parzen estimator (Bergstra et al.,
 * Algorithms for Hyper-Parameter Optimization, NIPS 2011): a Gaussian at each place and a wide one
 * in the middle for the prior. The width of one is the greater distance to its neighbours, which the
 * prior and the ends of the range are too, and at least 1 / (n + 1), or 1 / 100 beyond 99 places.
 *
 * @param places In [0, 1], in any order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(fitParzen([0.25]), { centres: [0.25, 0.5], widths: [0.5, 1] });
 * ```
 */
export function fitParzen(places: readonly number[]): ParzenDensity {
  const sorted = places.toSorted((a, b) => a - b);
  const before = sorted.filter((place) => place <= PRIOR.centre).length;
  const centres = sorted.toSpliced(before, 0, PRIOR.centre);
  const narrowest = Math.max(NARROWEST, 1 / (places.length + 1));
  const widths = centres.map((centre, i) => {
    if (i === before) return PRIOR.width;
    const reach = Math.max(centre - (centres[i - 1] ?? 0), (centres[i + 1] ?? 1) - centre);
    return Math.max(reach, narrowest);
  });
  return { centres, widths };
}

/**
 * The density at a place in [0, 1]; its integral over [0, 1] is 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const density = fitParzen([0.2, 0.21, 0.22]);
 * assert.ok(parzenDensity(density, 0.2) > 2 * parzenDensity(density, 0.8));
 * ```
 */
export function parzenDensity({ centres, widths }: ParzenDensity, place: number): number {
  const sum = centres.reduce((total, centre, i) => {
    const z = (place - centre) / widths[i];
    const inside = normalShare((1 - centre) / widths[i]) - normalShare(-centre / widths[i]);
    return total + Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * widths[i] * inside);
  }, 0);
  return sum / centres.length;
}

/**
 * Draws a place in [0, 1] from the density.
 *
 * @param draw Uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { random } from "../random.ts";
 * const place = sampleParzen(fitParzen([0.5]), random(7));
 * assert.ok(place >= 0 && place <= 1);
 * ```
 */
export function sampleParzen({ centres, widths }: ParzenDensity, draw: () => number): number {
  const i = Math.floor(draw() * centres.length);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const place = centres[i] + widths[i] * normal;
    if (place >= 0 && place <= 1) return place;
  }
}

/** Φ by Abramowitz and Stegun 26.2.17, within 7.5e-8. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 +
    t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = series * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  return z < 0 ? tail : 1 - tail;
}
