import assert from "node:assert/strict";
import { writeModelMetric } from "../records/model_metrics.ts";
import { withDatabase } from "../records/records_fixture.ts";
import type { Sql } from "./grammar.ts";
import { measuredOn, metricEntity, newestOf } from "./model_metrics.ts";

Deno.test("measuredOn() takes any of the data sets, and newestOf() one value of each key", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
    );
    const auc = { key: "auc", model_id: "m-1", run_id: "r" };
    for (
      const metric of [
        { ...auc, value: 1, timestamp: 9, step: 0, dataset_name: "train", dataset_digest: "d0" },
        { ...auc, value: 2, timestamp: 1, step: 0, dataset_name: "test", dataset_digest: "d1" },
        { ...auc, value: 3, timestamp: 2, step: 0, dataset_name: "test", dataset_digest: "d2" },
        { ...auc, value: 4, timestamp: 2, step: 1, dataset_name: "test", dataset_digest: "d2" },
        { ...auc, value: 5, timestamp: 0, step: 7 },
      ]
    ) writeModelMetric(database, metric);
    const values = ({ text, values }: Sql) =>
      database.all<{ value: number }>(`SELECT value FROM (${text}) ORDER BY value`, ...values)
        .map(({ value }) => value);
    const [train, test, first] = [
      { dataset_name: "train" },
      { dataset_name: "test" },
      { dataset_name: "test", dataset_digest: "d1" },
    ];
    assert.deepEqual(values(measuredOn([])), [1, 2, 3, 4, 5]);
    assert.deepEqual(values(measuredOn([test])), [2, 3, 4]);
    assert.deepEqual(values(measuredOn([train, first])), [1, 2]);
    assert.deepEqual(values(measuredOn([{ dataset_name: "none" }])), []);
    assert.deepEqual(values(measuredOn(Array(100).fill(first))), [2]);
    assert.throws(() => measuredOn(Array(101).fill(first)), /at most 100 data sets, got/);
    assert.deepEqual(values(newestOf(measuredOn([]))), [1]);
    assert.deepEqual(values(newestOf(measuredOn([test]))), [4]);
    assert.deepEqual(values(newestOf(measuredOn([first]))), [2]);
  });
});

Deno.test("metricEntity() tells NaN from the 0 as which it is stored", () => {
  const { value, isNan } = metricEntity("measured");
  assert.deepEqual([value, isNan], ["m.value", "m.is_nan"]);
});
