import assert from "node:assert/strict";
import { isInputObjectType, isObjectType } from "graphql";
import { schema } from "./schema.ts";

Deno.test("schema: the root has MLflow's questions", () => {
  assert.deepEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort(), [
    "mlflowGetExperiment",
    "mlflowGetMetricHistoryBulkInterval",
    "mlflowGetRun",
    "mlflowListArtifacts",
    "mlflowSearchModelVersions",
    "mlflowSearchRuns",
    "test",
  ]);
  assert.deepEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(), [
    "mlflowSearchDatasets",
    "mlflowSearchRuns",
    "testMutation",
  ]);
});

Deno.test("schema: no field or input takes an argument that no resolver reads", () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      for (const { type: given } of args) {
        const named = `${type.name}.${name}`;
        assert.ok(
          isInputObjectType(given) || ["Query.test", "Mutation.testMutation"].includes(named),
          named,
        );
      }
    }
  }
});
