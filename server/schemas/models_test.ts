import assert from "node:assert/strict";
import { modelsSchema } from "./models.ts";

Deno.test("modelsSchema wants the threshold of a model as a score", () => {
  const model = {
    name: "energy-anomaly",
    version: "3",
    default: true,
    run_id: "0123",
    threshold: 0.9,
    columns: ["hour"],
    members: ["iqr"],
  };
  assert.ok(modelsSchema.safeParse({ models: [model] }).success);
  assert.ok(!modelsSchema.safeParse({ models: [{ ...model, threshold: 90 }] }).success);
});
