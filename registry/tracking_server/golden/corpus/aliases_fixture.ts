/** Requests about aliases and stages of registered models. */

import { asking, type Corpus } from "../exchange.ts";

const set = asking("POST", "registered-models/alias");
const get = asking("GET", "registered-models/alias");
const remove = asking("DELETE", "registered-models/alias");
const latest = asking("GET", "registered-models/get-latest-versions");
const latestByBody = asking("POST", "registered-models/get-latest-versions");
const create = asking("POST", "model-versions/create");
const name = "named";
const source = "s3://bucket/named";

const bad = ["latest", "Latest", "v1", "V12", "a b", "a/b", "ü", "", "a".repeat(256), "a.b", "vx"];

export const aliases: Corpus = {
  resource: "aliases",
  exchanges: [
    asking("POST", "registered-models/create")("for aliases", { name }),
    create("1 for aliases", { name, source }),
    create("2 for aliases", { name, source }),
    set("an alias", { name, alias: "champion", version: "1" }),
    set("the alias moved", { name, alias: "champion", version: "2" }),
    set("a second alias", { name, alias: "a-challenger_2", version: "2" }),
    set("a number as version", { name, alias: "number", version: 1 }),
    ...bad.map((alias) =>
      set(`alias ${JSON.stringify(alias.slice(0, 9))}`, { name, alias, version: "1" })
    ),
    set("an unknown version", { name, alias: "champion", version: "9" }),
    set("a text as version", { name, alias: "champion", version: "one" }),
    set("no version", { name, alias: "champion" }),
    set("no alias", { name, version: "1" }),
    set("no name", { alias: "champion", version: "1" }),
    set("an unknown name", { name: "unheard", alias: "champion", version: "1" }),
    get("an alias", { name, alias: "champion" }),
    get("an unknown alias", { name, alias: "unheard" }),
    get("the latest", { name, alias: "latest" }),
    get("a version as alias", { name, alias: "v1" }),
    get("no alias", { name }),
    get("an unknown name", { name: "unheard", alias: "champion" }),
    asking("GET", "registered-models/get")("a model with aliases", { name }),
    asking("GET", "model-versions/get")("a version with aliases", { name, version: "2" }),
    latest("all stages", { name }),
    latest("one stage", { name, stages: "None" }),
    latest("two stages", { name, stages: ["none", "Production"] }),
    latest("an unknown stage", { name, stages: "Live" }),
    latest("no name"),
    latest("an unknown name", { name: "unheard" }),
    latestByBody("all stages", { name }),
    latestByBody("an empty list", { name, stages: [] }),
    latestByBody("a text as stages", { name, stages: "None" }),
    latestByBody("a number as stage", { name, stages: [1] }),
    create("an alias as source", { name, source: "models:/named@champion" }),
    remove("an alias", { name, alias: "champion" }),
    remove("an alias that is gone", { name, alias: "champion" }),
    remove("no alias", { name }),
    remove("an unknown name", { name: "unheard", alias: "champion" }),
    asking("DELETE", "model-versions/delete")("a version with an alias", { name, version: "2" }),
    get("an alias of a deleted version", { name, alias: "a-challenger_2" }),
  ],
};
