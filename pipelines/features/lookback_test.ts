import assert from "node:assert/strict";
import { lookbackFrom } from "./lookback.ts";
import { featureViews } from "./mod.ts";

Deno.test("lookbackFrom() adds up the lookbacks of a view and the longest of those that read it", () => {
  assert.deepEqual(featureViews.map(({ name }) => name), [
    "energy_load",
    "energy_extremes",
    "energy_profile",
    "energy_hourly",
    "energy_context",
  ]);
  assert.deepEqual(featureViews.map((_, at) => lookbackFrom(featureViews, at)), [
    Infinity,
    Infinity,
    1_345 + 176,
    176,
    176,
  ]);
  assert.equal(lookbackFrom(featureViews, featureViews.length), 0);
});
