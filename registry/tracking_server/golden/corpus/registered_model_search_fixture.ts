/** Searches of registered models. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "registered-models/create");
const search = asking("GET", "registered-models/search");

const filters = [
  "name = 'seek-a'",
  "name != 'seek-a' AND name LIKE 'seek-%'",
  "name LIKE 'SEEK-%'",
  "name ILIKE 'SEEK-%'",
  "name like 'seek-_'",
  "attribute.name = 'seek-a'",
  "attributes.name = 'seek-a'",
  "`name` = 'seek-a'",
  'name = "seek-a"',
  "name = seek",
  "name = 5",
  "name > 'a'",
  "name IN ('seek-a')",
  "name IS NULL",
  "tags.team = 'grid'",
  "tag.team = 'grid'",
  "tags.team != 'grid'",
  "tags.team LIKE 'GR%'",
  "tags.team ILIKE 'GR%'",
  "tags.`my tag` = 'x'",
  "tags.\"my tag\" = 'x'",
  "tags.team = 5",
  "tags.team IS NULL",
  "tags.team > 'a'",
  "tags.`mlflow.prompt.is_prompt` = 'true'",
  "tags.`mlflow.prompt.is_prompt` != 'true' AND name LIKE 'seek-%'",
  "tags.`mlflow.prompt.is_prompt` = 'false' AND name LIKE 'seek-%'",
  "last_updated_timestamp > 0",
  "timestamp > 0",
  "description = 'x'",
  "params.a = 'b'",
  "name = 'seek-a' AND tags.team = 'grid'",
  "name = 'seek-a' OR name = 'seek-b'",
  "name = 'seek-a' AND",
  "name = 'seek-a' name = 'seek-b'",
  "name = 'seek-a'; name = 'seek-b'",
  "name",
];

const orders = ["name", "name DESC", "`name` ASC", "timestamp", "timestamp DESC"]
  .concat(["last_updated_timestamp", "last_updated_timestamp ASC", "creation_timestamp"])
  .concat(["attribute.name", "tags.team", "name ASC DESC", "name UP", "description", ""]);

export const registeredModelSearch: Corpus = {
  resource: "registered_model_search",
  exchanges: [
    create("seek-a", { name: "seek-a", tags: [{ key: "team", value: "grid" }] }),
    create("seek-b", { name: "seek-b", tags: [{ key: "team", value: "heat" }] }),
    create("seek-c", { name: "seek-c", tags: [{ key: "my tag", value: "x" }] }),
    create("a prompt", {
      name: "seek-prompt",
      tags: [{ key: "mlflow.prompt.is_prompt", value: "true" }],
    }),
    ...filters.map((filter) => search(`filter ${filter}`, { filter })),
    ...orders.map((order_by) =>
      search(`order ${order_by}`, { filter: "name LIKE 'seek-%'", order_by })
    ),
    search("two keys to order by", {
      filter: "name LIKE 'seek-%'",
      order_by: ["name DESC", "timestamp"],
    }),
    search("a key to order by twice", { filter: "name LIKE 'seek-%'", order_by: ["name", "name"] }),
    ...[1, 0, -1, 1000, 1001, "many", 1.5, ""].map((max_results) =>
      search(`at most ${JSON.stringify(max_results)}`, {
        filter: "name LIKE 'seek-%'",
        max_results,
      })
    ),
    search("page 1", { filter: "name LIKE 'seek-%'", max_results: 2 }, {
      token: "next_page_token",
    }),
    search("page 2", { filter: "name LIKE 'seek-%'", max_results: 2, page_token: "<token>" }),
    search("a bad token", { page_token: "abc" }),
  ],
};
