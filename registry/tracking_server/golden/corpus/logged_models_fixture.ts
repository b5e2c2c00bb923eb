/** Requests about single logged models. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "logged-models");
function one(method: "GET" | "PATCH" | "DELETE", model = "<model>") {
  return asking(method, `logged-models/${model}`);
}
const experiment_id = "<id>";
const kept = { other: "model.info.model_id" };

export const loggedModels: Corpus = {
  resource: "logged_models",
  exchanges: [
    asking("POST", "experiments/create")("for models", { name: "for models" }, {
      id: "experiment_id",
    }),
    asking("POST", "runs/create")("for models", {
      experiment_id,
      run_name: "models",
      start_time: 1,
    }, { run: "run.info.run_id" }),
    create("all of it", {
      experiment_id,
      name: "forest",
      model_type: "anomaly",
      source_run_id: "<run>",
      params: [{ key: "trees", value: "100" }],
      tags: [{ key: "team", value: "grid" }],
    }, { model: "model.info.model_id" }),
    create("a name", { experiment_id, name: "plain" }, kept),
    create("no name", { experiment_id }, { ...kept, name: "model.info.name" }),
    create("an empty name", { experiment_id, name: "" }, { ...kept, name: "model.info.name" }),
    create("a blank name", { experiment_id, name: " " }, kept),
    ...["a/b", "a:b", "a.b", "a%b", 'a"b', "a'b", 5].map((name) =>
      create(`name ${JSON.stringify(name)}`, { experiment_id, name })
    ),
    create("no experiment", { name: "a" }),
    create("an unknown experiment", { experiment_id: "999", name: "a" }),
    create("a number as experiment", '{"experiment_id":0,"name":"a"}'),
    create("an unknown run", { experiment_id, name: "a", source_run_id: "0123456789" }, kept),
    create("params that are no list", { experiment_id, name: "a", params: "p" }),
    create("a param without key", { experiment_id, name: "a", params: [{ value: "1" }] }),
    create("a param twice", {
      experiment_id,
      name: "a",
      params: [{ key: "p", value: "1" }, { key: "p", value: "1" }],
    }),
    create("a param of 6001 characters", {
      experiment_id,
      name: "a",
      params: [{ key: "p", value: "v".repeat(6001) }],
    }),
    create("a bad tag key", { experiment_id, name: "a", tags: [{ key: "a*", value: "1" }] }),
    create("tags that are no list", { experiment_id, name: "a", tags: "t" }),
    one("GET")("an id"),
    one("GET", "m-unheard")("an unknown id"),
    asking("GET", "logged-models")("no id"),
    one("PATCH")("ready", { model_id: "<model>", status: "LOGGED_MODEL_READY" }),
    one("PATCH")("failed", { model_id: "<model>", status: 3 }),
    one("PATCH")("pending", { model_id: "<model>", status: "LOGGED_MODEL_PENDING" }),
    one("PATCH")("no status", { model_id: "<model>" }),
    one("PATCH")("no id in the body", { status: 2 }),
    one("PATCH")("an unknown status", { model_id: "<model>", status: "READY" }),
    one("PATCH")("status 0", { model_id: "<model>", status: 0 }),
    one("PATCH", "m-unheard")("an unknown id", { model_id: "m-unheard", status: 2 }),
    asking("PATCH", "logged-models/<model>/tags")("tags", {
      tags: [{ key: "team", value: "heat" }, { key: "bare" }],
    }),
    asking("PATCH", "logged-models/<model>/tags")("no tags"),
    asking("PATCH", "logged-models/<model>/tags")("tags that are no list", { tags: "t" }),
    asking("PATCH", "logged-models/<model>/tags")("a tag without key", { tags: [{ value: "1" }] }),
    asking("PATCH", "logged-models/<model>/tags")("a bad key", {
      tags: [{ key: "a*", value: "" }],
    }),
    asking("PATCH", "logged-models/m-unheard/tags")("an unknown id", { tags: [] }),
    asking("DELETE", "logged-models/<model>/tags/bare")("a tag"),
    asking("DELETE", "logged-models/<model>/tags/bare")("a tag that is gone"),
    asking("DELETE", "logged-models/m-unheard/tags/bare")("an unknown id"),
    asking("POST", "logged-models/<model>/params")("params", {
      model_id: "<model>",
      params: [{ key: "depth", value: "3" }],
    }),
    asking("POST", "logged-models/<model>/params")("a param again", {
      model_id: "<model>",
      params: [{ key: "depth", value: "3" }],
    }),
    asking("POST", "logged-models/<model>/params")("a param that changes", {
      model_id: "<model>",
      params: [{ key: "depth", value: "4" }],
    }),
    asking("POST", "logged-models/<model>/params")("no params", { model_id: "<model>" }),
    asking("POST", "logged-models/<model>/params")("no id in the body", { params: [] }),
    asking("POST", "logged-models/<model>/params")("a bad key", {
      model_id: "<model>",
      params: [{ key: "a*", value: "4" }],
    }),
    asking("POST", "logged-models/m-unheard/params")("an unknown id", {
      model_id: "m-unheard",
      params: [{ key: "depth", value: "3" }],
    }),
    asking("POST", "runs/log-metric")("a metric of the model", {
      run_id: "<run>",
      key: "auc",
      value: 0.9,
      timestamp: 5,
      step: 1,
      model_id: "<model>",
      dataset_name: "meters",
      dataset_digest: "d1",
    }),
    asking("POST", "runs/log-metric")("a metric of an unknown model", {
      run_id: "<run>",
      key: "auc",
      value: 0.9,
      timestamp: 5,
      model_id: "m-unheard",
    }),
    asking("POST", "runs/log-batch")("metrics of the model", {
      run_id: "<run>",
      metrics: [{ key: "f1", value: 0.5, timestamp: 6, model_id: "<model>" }],
    }),
    one("GET")("all that it logged"),
    asking("GET", "runs/get")("a run with metrics of a model", { run_id: "<run>" }),
    asking("GET", "logged-models/<model>/artifacts/directories")("artifacts"),
    asking("GET", "logged-models/<model>/artifacts/directories")("artifacts of a directory", {
      artifact_directory_path: "model",
    }),
    asking("GET", "logged-models/<model>/artifacts/directories")("artifacts outside", {
      artifact_directory_path: "../x",
    }),
    asking("GET", "logged-models/m-unheard/artifacts/directories")("artifacts of an unknown id"),
    one("DELETE")("an id"),
    one("DELETE")("an id that is deleted"),
    one("DELETE", "m-unheard")("an unknown id"),
    one("GET")("a deleted one"),
    one("PATCH")("a deleted one", { model_id: "<model>", status: 2 }),
  ],
};
