import assert from "node:assert/strict";
import { invocationsSchema } from "./mlflow.ts";

Deno.test("invocationsSchema takes each of MLflow's forms, and null as missing", () => {
  for (
    const body of [
      { dataframe_split: { columns: ["a", "b"], data: [[1, null]] } },
      { dataframe_records: [{ a: 1, b: null }] },
      { instances: [{ a: 1 }] },
      { inputs: { a: [1], b: [null] } },
      { inputs: [{ a: 1 }] },
    ]
  ) assert.ok(invocationsSchema.safeParse(body).success, JSON.stringify(body));
  assert.ok(!invocationsSchema.safeParse({ inputs: { a: ["1"] } }).success);
  assert.ok(!invocationsSchema.safeParse({ inputs: [[1, 2]] }).success);
  assert.ok(!invocationsSchema.safeParse({}).success);
});
