/** Requests that log metrics, parameters and tags of runs one by one. */

import { asking, type Corpus } from "../exchange.ts";

const metric = asking("POST", "runs/log-metric");
const param = asking("POST", "runs/log-parameter");
const setTag = asking("POST", "runs/set-tag");
const deleteTag = asking("POST", "runs/delete-tag");
const get = asking("GET", "runs/get");

const run_id = "<run>";
const timestamp = 1_700_000_000_000;
const at = { run_id, timestamp };

// Every kind of text that a key may or may not be.
const keys = ["a/b", "a b", "a.b", "a:b", "a-b_c", "ü", "a\\b", "a%b", "a*b", "a\nb", "a,b", "./a"]
  .concat(["a/", "/a", "a//b", "a/../b", "..", ".", "../a", "a/.", "...", " ", "a\u00b2", "日本"]);

export const runData: Corpus = {
  resource: "run_data",
  exchanges: [
    asking("POST", "experiments/create")("for data", { name: "for data" }, { id: "experiment_id" }),
    asking("POST", "runs/create")("for data", {
      experiment_id: "<id>",
      run_name: "data",
      start_time: timestamp,
    }, { run: "run.info.run_id" }),
    metric("a value", { ...at, key: "loss", value: 0.5, step: 1 }),
    metric("an older step", { ...at, key: "loss", value: 0.9, step: 0 }),
    metric("the same again", { ...at, key: "loss", value: 0.5, step: 1 }),
    metric("a whole value", { ...at, key: "whole", value: 3 }),
    metric("no step", { ...at, key: "stepless", value: 1e-7 }),
    metric("a step below 0", { ...at, key: "below", value: 1, step: -3 }),
    metric(
      "the largest step",
      `{"run_id":"<run>","key":"large","value":1,"timestamp":1,
      "step":9223372036854775807}`,
    ),
    metric(
      "a step beyond int64",
      `{"run_id":"<run>","key":"beyond","value":1,"timestamp":1,
      "step":9223372036854775808}`,
    ),
    metric("a step as text", { ...at, key: "textstep", value: 1, step: "12" }),
    metric("a fraction as step", { ...at, key: "fraction", value: 1, step: 1.5 }),
    metric(
      "a whole double as step",
      `{"run_id":"<run>","key":"d","value":1,"timestamp":1,
      "step":2.0}`,
    ),
    ...["NaN", "Infinity", "-Infinity", "1.5", "1e3", "nan", "inf", "", " 1", "abc"].map((value) =>
      metric(`value ${JSON.stringify(value)}`, { ...at, key: `text ${value}`.trim(), value })
    ),
    ...[null, true, [1], { a: 1 }].map((value) =>
      metric(`value ${JSON.stringify(value)}`, { ...at, key: "typed", value })
    ),
    metric("no value", { ...at, key: "m" }),
    metric("no key", { ...at, value: 1 }),
    metric("an empty key", { ...at, key: "", value: 1 }),
    metric("a number as key", { ...at, key: 5, value: 1 }),
    metric("no timestamp", { run_id, key: "m", value: 1 }),
    metric("a timestamp of 0", { run_id, key: "m0", value: 1, timestamp: 0 }),
    metric("a timestamp below 0", { run_id, key: "m", value: 1, timestamp: -1 }),
    metric("a timestamp as text", { run_id, key: "m", value: 1, timestamp: "noon" }),
    metric("no run", { key: "m", value: 1, timestamp }),
    metric("an old name of the run", { run_uuid: run_id, key: "old", value: 1, timestamp }),
    metric("an unknown run", { ...at, run_id: "0123456789abcdef", key: "m", value: 1 }),
    metric("a key of 251 characters", { ...at, key: "k".repeat(251), value: 1 }),
    metric("a data set", {
      ...at,
      key: "on",
      value: 1,
      dataset_name: "meters",
      dataset_digest: "d1",
    }),
    ...keys.map((key) => metric(`key ${JSON.stringify(key)}`, { ...at, key, value: 1 })),
    param("a value", { run_id, key: "trees", value: "100" }),
    param("the same again", { run_id, key: "trees", value: "100" }),
    param("another value", { run_id, key: "trees", value: "50" }),
    param("an empty value", { run_id, key: "empty", value: "" }),
    param("no value", { run_id, key: "bare" }),
    param("a number as value", { run_id, key: "number", value: 5 }),
    param("no key", { run_id, value: "5" }),
    param("no run", { key: "trees", value: "5" }),
    param("a bad key", { run_id, key: "a*b", value: "5" }),
    param("a key that resolves", { run_id, key: "a//b", value: "5" }),
    param("a key of 251 characters", { run_id, key: "k".repeat(251), value: "" }),
    param("a value of 6001 characters", { run_id, key: "long", value: "v".repeat(6001) }),
    param("an unknown run", { run_id: "0123456789abcdef", key: "trees", value: "5" }),
    setTag("a value", { run_id, key: "team", value: "grid" }),
    setTag("another value", { run_id, key: "team", value: "heat" }),
    setTag("no value", { run_id, key: "bare" }),
    setTag("a number as value", { run_id, key: "number", value: 5 }),
    setTag("no key", { run_id, value: "grid" }),
    setTag("no run", { key: "team", value: "grid" }),
    setTag("a bad key", { run_id, key: "a*b", value: "5" }),
    setTag("a key of 251 characters", { run_id, key: "k".repeat(251), value: "" }),
    setTag("a value of 8001 characters", { run_id, key: "long", value: "v".repeat(8001) }),
    setTag("the name", { run_id, key: "mlflow.runName", value: "renamed" }),
    setTag("an unknown run", { run_id: "0123456789abcdef", key: "team", value: "5" }),
    deleteTag("a tag", { run_id, key: "team" }),
    deleteTag("a tag that is gone", { run_id, key: "team" }),
    deleteTag("no key", { run_id }),
    deleteTag("an unknown run", { run_id: "0123456789abcdef", key: "team" }),
    get("all data", { run_id }),
    metric("a bare NaN", `{"run_id":"<run>","key":"bare","value":NaN,"timestamp":1}`),
    asking("POST", "runs/delete")("with its data", { run_id }),
    metric("a deleted run", { ...at, key: "loss", value: 1 }),
    param("a deleted run", { run_id, key: "loss", value: "1" }),
    setTag("a deleted run", { run_id, key: "loss", value: "1" }),
    deleteTag("a deleted run", { run_id, key: "bare" }),
  ],
};
