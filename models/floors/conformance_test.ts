import assert from "node:assert/strict";
import { criteria } from "./conformance.ts";
import type { Floor } from "./floor.ts";
import { floors } from "./mod.ts";

for (const floor of Object.values(floors)) {
  for (const { name, check } of criteria) {
    Deno.test(`the ${floor.name} floor ${name}`, () => check(floor));
  }
}

Deno.test("criteria catch scores that are not finite, that hang on the place, and lost input", () => {
  const broken: Floor["anomalyScores"][] = [
    (x) => new Float64Array(x.rows).fill(NaN),
    (x) => Float64Array.from({ length: x.rows }, (_, row) => row),
    (x) => new Float64Array(x.rows + x.values.fill(0)[0]),
  ];
  criteria.forEach(({ check }, i) => {
    const floor = { name: "broken", anomalyScores: broken[i] };
    assert.throws(() => check(floor), assert.AssertionError);
  });
});
