import assert from "node:assert/strict";
import { driftTests, perDriftTest } from "./mod.ts";

Deno.test("driftTests lists every drift test under its name", () => {
  assert.deepEqual(Object.keys(driftTests), ["psi", "kolmogorov_smirnov"]);
  for (const [key, { name }] of Object.entries(driftTests)) assert.equal(name, key);
});

Deno.test("perDriftTest() hands every test over with its name", () => {
  const pairs = perDriftTest((test, name) => [test, name]);
  assert.deepEqual(pairs, {
    psi: [driftTests.psi, "psi"],
    kolmogorov_smirnov: [driftTests.kolmogorov_smirnov, "kolmogorov_smirnov"],
  });
});
