/** Requests about the life of runs. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "runs/create");
const get = asking("GET", "runs/get");
const update = asking("POST", "runs/update");
const remove = asking("POST", "runs/delete");
const restore = asking("POST", "runs/restore");

const start_time = 1_700_000_000_000;
const kept = { run: "run.info.run_id" };
function unnamed(run: string) {
  return {
    [run]: "run.info.run_id",
    [`${run}_name`]: "run.info.run_name",
  };
}

export const runs: Corpus = {
  resource: "runs",
  exchanges: [
    asking("POST", "experiments/create")("for runs", { name: "for runs" }, { id: "experiment_id" }),
    create("all of it", {
      experiment_id: "<id>",
      user_id: "ada",
      run_name: "nightly",
      start_time,
      tags: [{ key: "seed", value: "7" }, { key: "empty", value: "" }],
    }, kept),
    create("a name as tag", {
      experiment_id: "<id>",
      start_time,
      tags: [{ key: "mlflow.runName", value: "tagged" }],
    }, { tagged: "run.info.run_id" }),
    create("the same name twice", {
      experiment_id: "<id>",
      run_name: "same",
      start_time,
      tags: [{ key: "mlflow.runName", value: "same" }],
    }, { same: "run.info.run_id" }),
    create("two names", {
      experiment_id: "<id>",
      run_name: "one",
      tags: [{ key: "mlflow.runName", value: "two" }],
    }),
    create("no name", { experiment_id: "<id>", start_time }, unnamed("unnamed")),
    create("an empty name", { experiment_id: "<id>", run_name: "", start_time }, unnamed("empty")),
    create("no start", { experiment_id: "<id>", run_name: "now" }, { now: "run.info.run_id" }),
    create("a start as text", {
      experiment_id: "<id>",
      run_name: "text",
      start_time: "1700000000000",
    }, { text: "run.info.run_id" }),
    create("a start that is no number", { experiment_id: "<id>", start_time: "noon" }),
    create("a fraction as start", { experiment_id: "<id>", start_time: 1.5 }),
    create("a whole double as start", '{"experiment_id":"<id>","run_name":"d","start_time":5.0}', {
      double: "run.info.run_id",
    }),
    create("a number as name", { experiment_id: "<id>", run_name: 5 }),
    create("a number as experiment", '{"experiment_id": 0}'),
    create("an unknown experiment", { experiment_id: "999" }),
    create("no experiment", { run_name: "homeless", start_time: 1 }),
    create("a text as experiment", { experiment_id: "energy" }),
    create("tags that are no list", { experiment_id: "<id>", tags: { key: "a" } }),
    create("a bad tag key", { experiment_id: "<id>", tags: [{ key: "a*b", value: "" }] }),
    create("a tag without key", { experiment_id: "<id>", tags: [{ value: "a" }] }),
    create("a tag of 8001 characters", {
      experiment_id: "<id>",
      run_name: "long",
      start_time,
      tags: [{ key: "long", value: "v".repeat(8001) }],
    }, { long: "run.info.run_id" }),
    create("a tag twice", {
      experiment_id: "<id>",
      run_name: "twice",
      tags: [{ key: "a", value: "1" }, { key: "a", value: "2" }],
    }),
    get("an id", { run_id: "<run>" }),
    get("an id under its old name", { run_uuid: "<run>" }),
    get("both names", { run_id: "<run>", run_uuid: "<tagged>" }),
    get("an unknown id", { run_id: "0123456789abcdef" }),
    get("a bad id", { run_id: "../run" }),
    get("an empty id", { run_id: "" }),
    get("no id"),
    update("a status and an end", {
      run_id: "<run>",
      status: "FINISHED",
      end_time: start_time + 5,
    }),
    update("a status by number", { run_id: "<run>", status: 4 }),
    update("a status by number as text", { run_id: "<run>", status: "5" }),
    update("nothing", { run_id: "<run>" }),
    update("an unknown status", { run_id: "<run>", status: "DONE" }),
    update("an unknown status by number", { run_id: "<run>", status: 9 }),
    update("an empty status", { run_id: "<run>", status: "" }),
    update("true as status", { run_id: "<run>", status: true }),
    update("a name", { run_id: "<run>", run_name: "daily" }),
    update("an empty name", { run_id: "<run>", run_name: "" }),
    update("a number as name", { run_id: "<run>", run_name: 5 }),
    update("an end of 0", { run_id: "<run>", end_time: 0 }),
    update("an end as text", { run_id: "<run>", end_time: "1700000000009" }),
    update("an end that is no number", { run_id: "<run>", end_time: "noon" }),
    update("an id under its old name", { run_uuid: "<run>", status: "KILLED" }),
    update("running again", { run_id: "<run>", status: "RUNNING" }),
    update("no id", { status: "FINISHED" }),
    update("an unknown id", { run_id: "0123456789abcdef", status: "FAILED" }),
    get("what was updated", { run_id: "<run>" }),
    remove("an id", { run_id: "<run>" }),
    remove("an id that is deleted", { run_id: "<run>" }),
    remove("an unknown id", { run_id: "0123456789abcdef" }),
    remove("no id"),
    get("a deleted one", { run_id: "<run>" }),
    update("a deleted one", { run_id: "<run>", status: "FAILED" }),
    restore("an id", { run_id: "<run>" }),
    restore("an id that is active", { run_id: "<run>" }),
    restore("an unknown id", { run_id: "0123456789abcdef" }),
    restore("no id"),
    asking("POST", "experiments/delete")("with its runs", { experiment_id: "<id>" }),
    get("one of a deleted experiment", { run_id: "<run>" }),
    create("in a deleted experiment", { experiment_id: "<id>" }),
    asking("POST", "experiments/restore")("with its runs", { experiment_id: "<id>" }),
    get("one of a restored experiment", { run_id: "<run>" }),
  ],
};
