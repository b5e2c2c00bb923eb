import assert from "node:assert/strict";
import { detectors } from "../../models/mod.ts";
import {
  featureColumns,
  featureViews,
  historyView,
  RESIDUAL_INPUTS,
  windowView,
} from "../features/mod.ts";
import { neededFeatures } from "./needed_features.ts";

Deno.test("neededFeatures() reads each column once, that of the floor among them", () => {
  const { columns, views } = neededFeatures([detectors.iqr(), detectors.hour_of_week_z_score()]);
  assert.deepEqual(
    columns.toSorted(),
    [...RESIDUAL_INPUTS, ...featureColumns([historyView]), "hour", "weekday"].sort(),
  );
  assert.deepEqual(views, [...featureViews.slice(0, 4), historyView]);
});

Deno.test("neededFeatures() makes the window for a detector that reads it", () => {
  const { columns, views } = neededFeatures([detectors.spectral_residual()]);
  assert.deepEqual(columns.slice(0, 2), ["change_168h", "residual_lag_0"]);
  assert.equal(columns.length, 25);
  assert.deepEqual(views, [...featureViews.slice(0, 4), windowView]);
});

Deno.test("neededFeatures() makes the context and asks for labels for what learns from them", () => {
  const { views, labels } = neededFeatures([detectors.iqr(), detectors.gradient_boosting()]);
  assert.deepEqual(views, [...featureViews, historyView]);
  assert.ok(labels && !neededFeatures([detectors.iqr()]).labels);
});
