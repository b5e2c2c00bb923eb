import assert from "node:assert/strict";
import { modelsSchema } from "./models.ts";

Deno.test("modelsSchema wants the threshold of a model as a score", () => {
  const model = {
    name: "energy-anomaly",
    version: "3",
    default: true,
    run_id: "0123",
    threshold: 0.9,
    columns: [{ name: "hour", unit: "h", description: "hour of the day" }],
    members: ["iqr"],
  };
  const takes = (threshold: number) =>
    modelsSchema.safeParse({ models: [{ ...model, threshold }], followed: [] }).success;
  assert.ok(takes(0.9));
  assert.ok(!takes(90));
});
