import assert from "node:assert/strict";
import { getNamedType, isObjectType } from "graphql";
import { recordField } from "./record_field.ts";
import { schema } from "./schema.ts";

function shown(type: string, field: string, record: object): unknown {
  const parent = schema.getType(type);
  assert.ok(isObjectType(parent));
  return recordField(record, field, parent.getFields()[field].type);
}

Deno.test("recordField() shows what is absent as MLflow's server does", () => {
  assert.equal(shown("MlflowRunInfo", "endTime", {}), "0");
  assert.equal(shown("MlflowRunInfo", "userId", {}), "");
  assert.equal(shown("MlflowFileInfo", "isDir", {}), false);
  assert.equal(shown("MlflowMetricWithRunId", "value", {}), 0);
  assert.deepEqual(shown("MlflowRunInputs", "modelInputs", {}), []);
  assert.deepEqual(shown("MlflowModelVersion", "deploymentJobState", {}), {});
  assert.equal(shown("MlflowModelVersionDeploymentJobState", "jobState", {}), null);
  assert.equal(shown("MlflowGetRunResponse", "apiError", {}), null);
});

Deno.test("recordField() keeps an int64 exact, and shows NaN as null", () => {
  const metric = { step: 9_007_199_254_740_993n, timestamp: 5, value: NaN };
  assert.equal(shown("MlflowMetricExtension", "step", metric), "9007199254740993");
  assert.equal(shown("MlflowMetricExtension", "timestamp", metric), "5");
  assert.equal(shown("MlflowMetricExtension", "value", metric), null);
});

Deno.test("recordField() knows what an absent value of every field is", () => {
  const known = ["Boolean", "Float", "LongString", "String"];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const { name, type: result } of Object.values(type.getFields())) {
      const named = getNamedType(result);
      if ("getFields" in named || "getValues" in named) continue;
      assert.ok(known.includes(named.name), `${type.name}.${name}`);
    }
  }
});
