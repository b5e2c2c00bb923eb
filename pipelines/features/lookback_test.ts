import assert from "node:assert/strict";
import { lookbackFrom } from "./lookback.ts";
import { featureViews } from "./mod.ts";

Deno.test("lookbackFrom() adds up the lookbacks of a view and the longest of those that read it", () => {
  assert.deepEqual(featureViews.map(({ name }) => name), [
    "energy_load",
    "energy_extremes",
    "energy_profile",
    "energy_hourly",
    "energy_residual",
    "energy_usual",
    "energy_context",
  ]);
  assert.deepEqual(featureViews.map((_, at) => lookbackFrom(featureViews, at)), [
    Infinity,
    Infinity,
    1_345 + 9 + 1_416 + 167,
    9 + 1_416 + 167,
    9 + 1_416 + 167,
    1_416 + 167,
    167,
  ]);
  assert.equal(lookbackFrom(featureViews, featureViews.length), 0);
});
