/** The drift tests: one line each. */

import { chiSquare } from "./chi_square.ts";
import { cramerVonMises } from "./cramer_von_mises.ts";
import { hellinger } from "./hellinger.ts";
import { jensenShannon } from "./jensen_shannon.ts";
import { kolmogorovSmirnov } from "./kolmogorov_smirnov.ts";
import { lInfinity } from "./l_infinity.ts";
import { psi } from "./psi.ts";
import type { DriftTest } from "./test_contract.ts";
import { wasserstein } from "./wasserstein.ts";

/** Every drift test, by its name. */
export const driftTests = {
  psi,
  kolmogorov_smirnov: kolmogorovSmirnov,
  wasserstein,
  jensen_shannon: jensenShannon,
  hellinger,
  chi_square: chiSquare,
  l_infinity: lInfinity,
  cramer_von_mises: cramerVonMises,
} as const;

/** The name of a drift test. */
export type DriftTestName = keyof typeof driftTests;

/**
 * What `figure` gives for every drift test, by the test's name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { psi, hellinger } = perDriftTest(({ name }) => name.length);
 * assert.deepEqual({ psi, hellinger }, { psi: 3, hellinger: 9 });
 * ```
 */
export function perDriftTest<Figure>(
  figure: (test: DriftTest, name: DriftTestName) => Figure,
): Record<DriftTestName, Figure> {
  const names = Object.keys(driftTests) as DriftTestName[];
  const figures = names.map((name) => [name, figure(driftTests[name], name)]);
  return Object.fromEntries(figures) as Record<DriftTestName, Figure>;
}
