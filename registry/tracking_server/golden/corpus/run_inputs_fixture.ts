/** Requests about what runs read and produce. */

import { asking, type Corpus } from "../exchange.ts";

const inputs = asking("POST", "runs/log-inputs");
const outputs = asking("POST", "runs/outputs");
const get = asking("GET", "runs/get");
const run_id = "<run>";
const dataset = { name: "meters", digest: "d1", source_type: "local", source: "{}" };

export const runInputs: Corpus = {
  resource: "run_inputs",
  exchanges: [
    asking("POST", "runs/create")("for inputs", {
      experiment_id: "0",
      run_name: "inputs",
      start_time: 1,
    }, {
      run: "run.info.run_id",
    }),
    asking("POST", "logged-models")("for inputs", { experiment_id: "0", name: "in" }, {
      model: "model.info.model_id",
    }),
    inputs("a data set", {
      run_id,
      datasets: [{ dataset, tags: [{ key: "mlflow.data.context", value: "training" }] }],
    }),
    inputs("the same again", { run_id, datasets: [{ dataset }] }),
    inputs("schema and profile", {
      run_id,
      datasets: [{ dataset: { ...dataset, digest: "d2", schema: "{}", profile: '{"rows":1}' } }],
    }),
    inputs("empty schema and profile", {
      run_id,
      datasets: [{ dataset: { ...dataset, digest: "d3", schema: "", profile: "" } }],
    }),
    inputs("a model", { run_id, models: [{ model_id: "<model>" }] }),
    inputs("nothing", { run_id }),
    inputs("no run", { datasets: [{ dataset }] }),
    inputs("an unknown run", { run_id: "0123456789abcdef", datasets: [{ dataset }] }),
    inputs("data sets that are no list", { run_id, datasets: { dataset } }),
    inputs("no data set", { run_id, datasets: [{ tags: [] }] }),
    inputs("no name", { run_id, datasets: [{ dataset: { ...dataset, name: undefined } }] }),
    inputs("an empty digest", { run_id, datasets: [{ dataset: { ...dataset, digest: "" } }] }),
    inputs("no source", { run_id, datasets: [{ dataset: { name: "a", digest: "b" } }] }),
    inputs("a name of 501 characters", {
      run_id,
      datasets: [{ dataset: { ...dataset, name: "n".repeat(501) } }],
    }),
    inputs("a digest of 37 characters", {
      run_id,
      datasets: [{ dataset: { ...dataset, digest: "d".repeat(37) } }],
    }),
    inputs("a tag without key", { run_id, datasets: [{ dataset, tags: [{ value: "a" }] }] }),
    inputs("a tag with a key of 256 characters", {
      run_id,
      datasets: [{ dataset, tags: [{ key: "k".repeat(256), value: "a" }] }],
    }),
    inputs("models without id", { run_id, models: [{}] }),
    outputs("a model", { run_id, models: [{ model_id: "<model>", step: 3 }] }),
    outputs("a model without step", { run_id, models: [{ model_id: "m" }] }),
    outputs("the same at another step", { run_id, models: [{ model_id: "<model>", step: 9 }] }),
    outputs("nothing", { run_id }),
    outputs("no run", { models: [] }),
    outputs("an unknown run", { run_id: "0123456789abcdef", models: [{ model_id: "m", step: 1 }] }),
    outputs("models that are no list", { run_id, models: "m" }),
    get("inputs and outputs", { run_id }),
    asking("POST", "runs/delete")("with inputs", { run_id }),
    inputs("a deleted run", { run_id, datasets: [{ dataset }] }),
    outputs("a deleted run", { run_id, models: [{ model_id: "<model>", step: 1 }] }),
  ],
};
