/** Requests about single versions of registered models. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "model-versions/create");
const get = asking("GET", "model-versions/get");
const update = asking("PATCH", "model-versions/update");
const remove = asking("DELETE", "model-versions/delete");
const setTag = asking("POST", "model-versions/set-tag");
const deleteTag = asking("DELETE", "model-versions/delete-tag");
const uri = asking("GET", "model-versions/get-download-uri");

const name = "numbered";
const source = "mlflow-artifacts:/0/run/artifacts/model";
function of(version: unknown) {
  return { name, version };
}

const refused = [
  "mlflow-artifacts:/0/../secret",
  "mlflow-artifacts:/0/%2e%2e/secret",
  "mlflow-artifacts:/0/%252e%252e/secret",
  "/etc/passwd",
  "file:///etc/passwd",
  "./model",
  "model",
  "models:/",
  "models:/numbered",
  "models:/numbered/9",
  "models:/numbered@unheard",
  "models:/m-unheard",
  "models:/unheard/1",
  "s3://bucket/../model",
  "https://host/model/../../x",
  "runs:/0123456789abcdef/model",
];

export const modelVersions: Corpus = {
  resource: "model_versions",
  exchanges: [
    asking("POST", "registered-models/create")("for versions", { name }),
    asking("POST", "runs/create")("for versions", {
      experiment_id: "0",
      run_name: "versions",
      start_time: 1,
    }, {
      run: "run.info.run_id",
    }),
    asking("POST", "logged-models")("for versions", {
      experiment_id: "0",
      name: "logged",
      source_run_id: "<run>",
      params: [{ key: "trees", value: "100" }],
    }, { model: "model.info.model_id" }),
    create("a source", { name, source }),
    create("all of it", {
      name,
      source,
      run_id: "<run>",
      run_link: "https://host/run",
      description: "Better",
      tags: [{ key: "team", value: "grid" }, { key: "bare" }],
    }),
    create("a logged model", { name, source: "models:/<model>", run_id: "<run>" }),
    create("a logged model by id", { name, source: "models:/<model>", model_id: "<model>" }),
    create("another version", { name, source: "models:/numbered/1" }),
    create("an object store", { name, source: "s3://bucket/model" }),
    create("an unknown run", { name, source, run_id: "0123456789abcdef" }),
    create("no source", { name }),
    create("an empty source", { name, source: "" }),
    create("a number as source", { name, source: 5 }),
    create("no name", { source }),
    create("an unknown name", { name: "unheard", source }),
    create("tags that are no list", { name, source, tags: "t" }),
    create("a bad tag key", { name, source, tags: [{ key: "a*", value: "1" }] }),
    create("an unknown logged model", { name, source, model_id: "m-unheard" }),
    ...refused.map((source) => create(`source ${source}`, { name, source })),
    get("a version", of("1")),
    get("all of it", of("2")),
    get("a logged model", of("3")),
    get("a number as version", of(4)),
    get("an unknown version", of("99")),
    get("a text as version", of("one")),
    get("version 0", of("0")),
    get("version -1", of("-1")),
    get("version 1.5", of("1.5")),
    get("no version", { name }),
    get("no name", { version: "1" }),
    get("an unknown name", { name: "unheard", version: "1" }),
    uri("a version", of("1")),
    uri("a logged model", of("3")),
    uri("an unknown version", of("99")),
    uri("no version", { name }),
    update("a description", { ...of("1"), description: "Old" }),
    update("an empty description", { ...of("1"), description: "" }),
    update("no description", of("1")),
    update("a number as version", { ...of(1), description: "x" }),
    update("an unknown version", { ...of("99"), description: "x" }),
    update("no version", { name, description: "x" }),
    setTag("a tag", { ...of("1"), key: "team", value: "grid" }),
    setTag("no value", { ...of("1"), key: "bare" }),
    setTag("no key", { ...of("1"), value: "grid" }),
    setTag("a bad key", { ...of("1"), key: "a*", value: "grid" }),
    setTag("a value of 100001 characters", { ...of("1"), key: "l", value: "v".repeat(100_001) }),
    setTag("an unknown version", { ...of("99"), key: "team", value: "grid" }),
    setTag("a text as version", { ...of("one"), key: "team", value: "grid" }),
    setTag("no version", { name, key: "team", value: "grid" }),
    deleteTag("a tag", { ...of("1"), key: "bare" }),
    deleteTag("a tag that is gone", { ...of("1"), key: "bare" }),
    deleteTag("no key", of("1")),
    deleteTag("an unknown version", { ...of("99"), key: "bare" }),
    asking("GET", "registered-models/get")("a model with versions", { name }),
    remove("a version", of("1")),
    remove("a version that is gone", of("1")),
    remove("an unknown version", of("99")),
    remove("a text as version", of("one")),
    remove("no version", { name }),
    get("a deleted one", of("1")),
    update("a deleted one", { ...of("1"), description: "x" }),
    asking("GET", "registered-models/get")("a model that lost a version", { name }),
  ],
};
