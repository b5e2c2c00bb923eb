import assert from "node:assert/strict";
import { featureColumns, featureViews } from "./mod.ts";
import { MODEL_INPUTS, RESIDUAL_INPUTS } from "./model_inputs.ts";

Deno.test("MODEL_INPUTS are columns of the feature views, in their order, RESIDUAL_INPUTS among them", () => {
  const columns = featureColumns(featureViews);
  assert.deepEqual(columns.filter((name) => MODEL_INPUTS.includes(name)), MODEL_INPUTS);
  assert.deepEqual(MODEL_INPUTS.filter((name) => RESIDUAL_INPUTS.includes(name)), RESIDUAL_INPUTS);
});
