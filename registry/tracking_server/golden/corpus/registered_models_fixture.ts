/** Requests about single registered models. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "registered-models/create");
const get = asking("GET", "registered-models/get");
const update = asking("PATCH", "registered-models/update");
const rename = asking("POST", "registered-models/rename");
const remove = asking("DELETE", "registered-models/delete");
const setTag = asking("POST", "registered-models/set-tag");
const deleteTag = asking("DELETE", "registered-models/delete-tag");

export const registeredModels: Corpus = {
  resource: "registered_models",
  exchanges: [
    create("all of it", {
      name: "anomaly",
      description: "Finds anomalies",
      tags: [{ key: "team", value: "grid" }, { key: "bare" }],
    }),
    create("a name", { name: "plain" }),
    create("an empty description", { name: "described", description: "" }),
    create("a name twice", { name: "plain" }),
    create("no name"),
    create("an empty name", { name: "" }),
    create("a blank name", { name: "  " }),
    create("a number as name", { name: 5 }),
    create("a double as name", '{"name": 9.0}'),
    create("a slash in the name", { name: "a/b" }),
    create("a colon in the name", { name: "a:b" }),
    create("other signs in the name", { name: `a.b%"'` }),
    create("a name of 257 characters", { name: "n".repeat(257) }),
    create("tags that are no list", { name: "t1", tags: "t" }),
    create("a tag without key", { name: "t2", tags: [{ value: "1" }] }),
    create("a bad tag key", { name: "t3", tags: [{ key: "a*", value: "1" }] }),
    create("a tag twice", {
      name: "t4",
      tags: [{ key: "a", value: "1" }, { key: "a", value: "2" }],
    }),
    create("a number as description", { name: "t5", description: 5 }),
    get("a name", { name: "anomaly" }),
    get("an unknown name", { name: "unheard" }),
    get("an empty name", { name: "" }),
    get("no name"),
    update("a description", { name: "anomaly", description: "Finds more" }),
    update("an empty description", { name: "anomaly", description: "" }),
    update("no description", { name: "anomaly" }),
    update("an unknown name", { name: "unheard", description: "" }),
    update("no name", { description: "" }),
    update("a number as description", { name: "anomaly", description: 5 }),
    setTag("a tag", { name: "anomaly", key: "stage", value: "new" }),
    setTag("another value", { name: "anomaly", key: "stage", value: "old" }),
    setTag("no value", { name: "anomaly", key: "empty" }),
    setTag("no key", { name: "anomaly", value: "new" }),
    setTag("no name", { key: "stage", value: "new" }),
    setTag("a bad key", { name: "anomaly", key: "a*", value: "new" }),
    setTag("a key of 251 characters", { name: "anomaly", key: "k".repeat(251), value: "" }),
    setTag("a value of 100001 characters", {
      name: "anomaly",
      key: "long",
      value: "v".repeat(100_001),
    }),
    setTag("an unknown name", { name: "unheard", key: "stage", value: "new" }),
    deleteTag("a tag", { name: "anomaly", key: "stage" }),
    deleteTag("a tag that is gone", { name: "anomaly", key: "stage" }),
    deleteTag("no key", { name: "anomaly" }),
    deleteTag("an unknown name", { name: "unheard", key: "stage" }),
    deleteTag("a bad key", { name: "anomaly", key: "a*" }),
    get("what was changed", { name: "anomaly" }),
    rename("a new name", { name: "plain", new_name: "renamed" }),
    rename("its own name", { name: "renamed", new_name: "renamed" }),
    rename("a name that is taken", { name: "renamed", new_name: "anomaly" }),
    rename("no new name", { name: "renamed" }),
    rename("an empty new name", { name: "renamed", new_name: "" }),
    rename("a bad new name", { name: "renamed", new_name: "a/b" }),
    rename("an unknown name", { name: "unheard", new_name: "heard" }),
    rename("no name", { new_name: "heard" }),
    get("an old name", { name: "plain" }),
    remove("a name", { name: "renamed" }),
    remove("a name that is gone", { name: "renamed" }),
    remove("no name"),
    remove("a text that is no JSON", "renamed"),
    create("a name that was deleted", { name: "renamed" }),
  ],
};
