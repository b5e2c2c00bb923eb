import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import cases from "./drift_reference.json" with { type: "json" };
import { driftTests, perDriftTest } from "./mod.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("driftTests lists every drift test under its name", () => {
  assert.deepEqual(Object.keys(driftTests), [
    "psi",
    "kolmogorov_smirnov",
    "wasserstein",
    "jensen_shannon",
    "hellinger",
    "chi_square",
    "l_infinity",
    "cramer_von_mises",
  ]);
  for (const [key, { name }] of Object.entries(driftTests)) assert.equal(name, key);
});

/** What a sketch of a longer reference leaves of the exact distance. */
const SKETCHED: Readonly<Record<string, number>> = {
  kolmogorov_smirnov: 1 / 256,
  wasserstein: 0.02,
  cramer_von_mises: 1e-5,
};

for (const expected of cases) {
  Deno.test(`driftTests agree with SciPy: ${expected.name}`, () => {
    const reference = referenceColumn("kwh", Float64Array.from(expected.reference));
    const current = columnSample(Float64Array.from(expected.current));
    const whole = expected.reference.length <= 257;
    for (
      const [name, score] of Object.entries(perDriftTest((t) => t.compute(reference, current)))
    ) {
      const value = expected[name as keyof typeof driftTests];
      const tolerance = whole ? 1e-12 : SKETCHED[name] ?? 1e-12;
      assert.ok(Math.abs(score - value) <= tolerance, `${name}: ${score} instead of ${value}`);
    }
  });
}

Deno.test("perDriftTest() hands every test over with its name", () => {
  const pairs = perDriftTest((test, name) => [test, name]);
  const expected = Object.entries(driftTests).map(([name, test]) => [name, [test, name]]);
  assert.deepEqual(pairs, Object.fromEntries(expected));
});
