/** Requests that log many things at once. */

import { asking, type Corpus } from "../exchange.ts";

const batch = asking("POST", "runs/log-batch");
const run_id = "<run>";
const timestamp = 1_700_000_000_000;

function metrics(count: number) {
  return Array.from(
    { length: count },
    (_, step) => ({ key: "many", value: step, timestamp: 1, step }),
  );
}
function pairs(count: number) {
  return Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value: `${i}` }));
}

export const logBatch: Corpus = {
  resource: "log_batch",
  exchanges: [
    asking("POST", "runs/create")("for batches", {
      experiment_id: "0",
      run_name: "batch",
      start_time: timestamp,
    }, {
      run: "run.info.run_id",
    }),
    batch("all of it", {
      run_id,
      metrics: [{ key: "loss", value: 0.5, timestamp, step: 2 }, {
        key: "loss",
        value: "NaN",
        timestamp: "7",
      }],
      params: [{ key: "trees", value: "100" }, { key: "bare" }],
      tags: [{ key: "team", value: "grid" }, { key: "bare" }],
    }),
    batch("the same again", { run_id, params: [{ key: "trees", value: "100" }] }),
    batch("nothing", { run_id }),
    batch("null lists", { run_id, metrics: null, params: null, tags: null }),
    batch("no run", { tags: [{ key: "team", value: "grid" }] }),
    batch("no body", ""),
    batch("a number as run", { run_id: 5 }),
    batch("an unknown run", { run_id: "0123456789abcdef", tags: [] }),
    batch("metrics that are no list", { run_id, metrics: "loss" }),
    batch("params that are no list", { run_id, params: { key: "a" } }),
    batch("tags that are no list", { run_id, tags: 5 }),
    batch("a metric without key", { run_id, metrics: [{ value: 1, timestamp }] }),
    batch("a metric without value", { run_id, metrics: [{ key: "a", timestamp }] }),
    batch("a second metric without time", {
      run_id,
      metrics: [{ key: "a", value: 1, timestamp }, { key: "b", value: 1 }],
    }),
    batch("a metric with a text as value", {
      run_id,
      metrics: [{ key: "a", value: "x", timestamp }],
    }),
    batch("a metric with a fraction as step", {
      run_id,
      metrics: [{ key: "a", value: 1, timestamp, step: 0.5 }],
    }),
    batch("a metric with a time below 0", {
      run_id,
      metrics: [{ key: "a", value: 1, timestamp: -5 }],
    }),
    batch("a metric with a bad key", { run_id, metrics: [{ key: "a*", value: 1, timestamp }] }),
    batch("a metric with a key of 251 characters", {
      run_id,
      metrics: [{ key: "k".repeat(251), value: 1, timestamp }],
    }),
    batch("a param without key", { run_id, params: [{ value: "1" }] }),
    batch("a param with a number as value", { run_id, params: [{ key: "n", value: 1 }] }),
    batch("a param with a bad key", { run_id, params: [{ key: "a*", value: "1" }] }),
    batch("a param with a key that resolves", { run_id, params: [{ key: "a/../b", value: "1" }] }),
    batch("a param of 6001 characters", {
      run_id,
      params: [{ key: "long", value: "v".repeat(6001) }],
    }),
    batch("a param twice", {
      run_id,
      params: [{ key: "p", value: "1" }, { key: "q", value: "1" }, { key: "p", value: "1" }],
    }),
    batch("a param that changes", { run_id, params: [{ key: "trees", value: "50" }] }),
    batch("two params that change", {
      run_id,
      params: [{ key: "new", value: "1" }, { key: "trees", value: "5'0" }, {
        key: "bare",
        value: "x",
      }],
    }),
    batch("a tag without key", { run_id, tags: [{ value: "1" }] }),
    batch("a tag with a bad key", { run_id, tags: [{ key: "a*", value: "1" }] }),
    batch("a tag with a key of 251 characters", {
      run_id,
      tags: [{ key: "k".repeat(251), value: "1" }],
    }),
    batch("a tag of 8001 characters", { run_id, tags: [{ key: "long", value: "v".repeat(8001) }] }),
    batch("a tag twice", { run_id, tags: [{ key: "t", value: "1" }, { key: "t", value: "2" }] }),
    batch("the name", { run_id, tags: [{ key: "mlflow.runName", value: "renamed" }] }),
    batch("1001 metrics", { run_id, metrics: metrics(1001) }),
    batch("101 params", { run_id, params: pairs(101) }),
    batch("101 tags", { run_id, tags: pairs(101) }),
    batch("1001 of all", { run_id, metrics: metrics(950), tags: pairs(51) }),
    batch("1000 metrics", { run_id, metrics: metrics(1000) }),
    batch("100 params", { run_id, params: pairs(100) }),
    batch("unknown fields", { run_id, colours: ["red"], metrics: [] }),
    asking("GET", "runs/get")("after batches", { run_id }),
    asking("POST", "runs/delete")("with batches", { run_id }),
    batch("a deleted run", { run_id, tags: [{ key: "t", value: "1" }] }),
  ],
};
