import assert from "node:assert/strict";
import { detectors } from "../../models/mod.ts";
import {
  featureColumns,
  featureViews,
  historyView,
  MODEL_INPUTS,
  RESIDUAL_INPUTS,
  windowView,
} from "../features/mod.ts";
import { inputsOf, windowDetectors } from "./detector_inputs.ts";

const known = featureColumns([...featureViews, windowView, historyView]);

for (const [name, factory] of Object.entries(detectors)) {
  Deno.test(`inputsOf() gives ${name} columns that exist, once each, with all it requires`, () => {
    const detector = factory();
    const inputs = inputsOf(detector);
    assert.deepEqual(inputs.filter((column) => !known.includes(column)), []);
    assert.equal(new Set(inputs).size, inputs.length);
    for (const column of detector.requires ?? []) assert.ok(inputs.includes(column), column);
  });
}

Deno.test("inputsOf() adds what looks at all history and what a detector requires to the inputs of the model", () => {
  assert.deepEqual(inputsOf(detectors.hour_of_week_z_score()), [
    ...RESIDUAL_INPUTS,
    "residual_history",
    "residual_history_abs_6h",
    "swing_history_24h",
    "hour",
    "weekday",
  ]);
});

Deno.test("windowDetectors are those that read the last 24 hours, the oldest first", () => {
  assert.ok(windowDetectors.includes("spectral_residual"));
  for (const name of windowDetectors) {
    const inputs = inputsOf(detectors[name]());
    assert.deepEqual(inputs, Array.from({ length: 24 }, (_, i) => `residual_lag_${23 - i}`));
  }
});

Deno.test("inputsOf() gives what learns from labels the inputs of the model, none of the calendar", () => {
  const inputs = inputsOf(detectors.gradient_boosting());
  assert.deepEqual(inputs, MODEL_INPUTS);
  const calendar = ["hour", "weekday", "weekend", "month", "temperature_c"];
  assert.deepEqual(inputs.filter((column) => calendar.includes(column)), []);
});
