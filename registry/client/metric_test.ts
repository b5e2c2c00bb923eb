import assert from "node:assert/strict";
import { parseExact, stringifyExact } from "../exact_json.ts";
import { metric, metricJson } from "./metric.ts";

Deno.test("metrics keep steps beyond 2^53, NaN and the infinities on both ways", () => {
  const text = '{"key":"a","value":"-Infinity","timestamp":5,"step":9007199254740993}';
  const read = metric.parse(parseExact(text));
  assert.deepEqual(read, { key: "a", value: -Infinity, timestamp: 5, step: 9007199254740993n });
  assert.equal(stringifyExact(metricJson(read)), text);
  const least = { key: "a", value: NaN, timestamp: 5, step: -(2n ** 63n) };
  assert.deepEqual(metric.parse(parseExact(stringifyExact(metricJson(least)))), least);
});

Deno.test("metrics name the model and data set they belong to", () => {
  const json = {
    key: "a",
    value: 1,
    timestamp: 5,
    step: 0,
    dataset_name: "d",
    dataset_digest: "x",
  };
  const plain = { key: "a", value: 1, timestamp: 5, step: 0, dataset: { name: "d", digest: "x" } };
  assert.deepEqual(metric.parse({ ...json, model_id: "m-1" }), { ...plain, modelId: "m-1" });
  assert.deepEqual(metricJson(plain), json);
});

Deno.test("metricJson() refuses a step that is no whole number, or was rounded", () => {
  assert.throws(() => metricJson({ key: "a", value: 1, timestamp: 5, step: 0.5 }), {
    name: "RangeError",
    message:
      'Cannot log the metric "a": expected a step that is a whole number within ±2^53 or a bigint, got 0.5',
  });
  assert.throws(() => metricJson({ key: "a", value: 1, timestamp: 2 ** 60, step: 0 }), RangeError);
});
