import assert from "node:assert/strict";
import { featureViews, knownAtDawn, rowKeys } from "./mod.ts";

Deno.test("rowKeys() knows the rows of every view but those of another grain", () => {
  assert.deepEqual(
    featureViews.map(({ name, grain }) => [name, rowKeys({ grain })?.[1]]),
    [
      ["energy_load", "ts"],
      ["energy_extremes", "day"],
      ["energy_profile", "ts"],
      ["energy_hourly", "ts"],
      ["energy_residual", "ts"],
      ["energy_usual", "day"],
      ["energy_context", "ts"],
    ],
  );
  assert.equal(rowKeys({ grain: "week" }), undefined);
});

Deno.test("knownAtDawn() takes a view at its word", () => {
  assert.ok(knownAtDawn({ grain: "hour, as known when the meter's local day began" }));
  assert.ok(!knownAtDawn({ grain: "local day" }));
});
