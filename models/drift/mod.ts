/** The drift tests: one line each. */

import type { DriftTest } from "./test_contract.ts";
import { kolmogorovSmirnov } from "./kolmogorov_smirnov.ts";
import { psi } from "./psi.ts";

/** Every drift test, by its name. */
export const driftTests = {
  psi,
  kolmogorov_smirnov: kolmogorovSmirnov,
} as const;

/** The name of a drift test. */
export type DriftTestName = keyof typeof driftTests;

/**
 * What `figure` gives for every drift test, by the test's name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lengths = perDriftTest(({ name }) => name.length);
 * assert.deepEqual(lengths, { psi: 3, kolmogorov_smirnov: 18 });
 * ```
 */
export function perDriftTest<Figure>(
  figure: (test: DriftTest, name: DriftTestName) => Figure,
): Record<DriftTestName, Figure> {
  const names = Object.keys(driftTests) as DriftTestName[];
  const figures = names.map((name) => [name, figure(driftTests[name], name)]);
  return Object.fromEntries(figures) as Record<DriftTestName, Figure>;
}
