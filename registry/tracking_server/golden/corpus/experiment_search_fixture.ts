/** Searches of experiments. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "experiments/create");
const search = asking("POST", "experiments/search");
const searchByQuery = asking("GET", "experiments/search");

const filtered = [
  "name = 'find-a'",
  "name != 'find-a' AND name LIKE 'find-%'",
  'name = "find-a"',
  "`name` = 'find-a'",
  "attribute.name = 'find-a'",
  "attribute.`name` = 'find-a'",
  "attributes.name = 'find-a'",
  "attr.name = 'find-a'",
  "name LIKE 'FIND-%'",
  "name ILIKE 'FIND-%'",
  "name like 'find-_'",
  "name IN ('find-a', 'find-b')",
  "name > 'find-a'",
  "name = find",
  "name = 5",
  "name IS NULL",
  "creation_time > 0 AND name LIKE 'find-%'",
  "creation_time < 0",
  "last_update_time >= 1.5 AND name LIKE 'find-%'",
  "creation_time = 'a'",
  "creation_time LIKE '1%'",
  "experiment_id = '1'",
  "lifecycle_stage = 'active'",
  "tag.team = 'grid'",
  "tags.team = 'grid'",
  "tags.team != 'grid'",
  "tags.team LIKE 'GR%'",
  "tags.team ILIKE 'GR%'",
  "tags.team = grid",
  "tags.team = 1",
  "tags.team > 'a'",
  "tags.team IS NULL AND name LIKE 'find-%'",
  "tags.team IS NOT NULL",
  "tags.team is not null",
  "tags.`my key` = 'x'",
  "tags.\"my key\" = 'x'",
  "tags.'my key' = 'x'",
  "tags.team IN ('grid')",
  "params.a = 'b'",
  "metrics.a > 1",
  "name = 'find-a' OR name = 'find-b'",
  "name = 'find-a' AND",
  "AND name = 'find-a'",
  "name = 'find-a' tags.team = 'grid'",
  "name",
  "'find-a' = name",
  "name == 'find-a'",
  "name = 'find-a';",
  "name = 'find-a'; name = 'find-b'",
  "(name = 'find-a')",
  "",
  " ",
];

export const experimentSearch: Corpus = {
  resource: "experiment_search",
  exchanges: [
    create("find-a", { name: "find-a", tags: [{ key: "team", value: "grid" }] }, {
      a: "experiment_id",
    }),
    create("find-b", { name: "find-b", tags: [{ key: "team", value: "heat" }] }),
    create("find-c", { name: "find-c", tags: [{ key: "my key", value: "x" }] }),
    create("find-d", { name: "find-d" }, { d: "experiment_id" }),
    asking("POST", "experiments/delete")("find-d", { experiment_id: "<d>" }),
    ...filtered.map((filter) => search(`filter ${filter}`, { filter, max_results: 10 })),
    ...["ACTIVE_ONLY", "DELETED_ONLY", "ALL", 1, 2, 3, "2", 4, "active", "", null, true].map((
      view,
    ) =>
      search(`view ${JSON.stringify(view)}`, {
        filter: "name LIKE 'find-%'",
        max_results: 10,
        view_type: view,
      })
    ),
    ...[1, 0, -1, 50000, 50001, "2", "two", 1.5, null, true].map((count) =>
      search(`at most ${JSON.stringify(count)}`, {
        filter: "name = 'find-a'",
        max_results: count,
      })
    ),
    search("no bound", { filter: "name = 'find-a'" }),
    search("no body", ""),
    ...[
      ["name"],
      ["name ASC"],
      ["name desc"],
      ["attribute.name DESC"],
      ["`name` DESC"],
      ["creation_time DESC"],
      ["last_update_time ASC", "name ASC"],
      ["experiment_id DESC"],
      ["name ASC", "name DESC"],
      ["name ASCENDING"],
      ["name ASC DESC"],
      ["tags.team ASC"],
      ["lifecycle_stage"],
      ["metrics.a"],
      [""],
      ["name,"],
      "name",
      [1],
    ].map((order_by) =>
      search(`order ${JSON.stringify(order_by)}`, {
        filter: "name LIKE 'find-%'",
        max_results: 10,
        order_by,
      })
    ),
    search("page 1", { filter: "name LIKE 'find-%'", max_results: 2, order_by: ["name"] }, {
      token: "next_page_token",
    }),
    search("page 2", {
      filter: "name LIKE 'find-%'",
      max_results: 2,
      order_by: ["name"],
      page_token: "<token>",
    }),
    ...["abc", "e30=", "eyJvZmZzZXQiOiAieCJ9", "bm90IGpzb24=", "", 5].map((page_token) =>
      search(`token ${JSON.stringify(page_token)}`, { max_results: 1, page_token })
    ),
    searchByQuery("all of it", {
      filter: "name LIKE 'find-%'",
      max_results: "3",
      order_by: ["name DESC", "creation_time"],
      view_type: "ALL",
    }),
    searchByQuery("one key to order by", {
      filter: "name LIKE 'find-%'",
      max_results: 3,
      order_by: "name",
    }),
    searchByQuery("nothing"),
    searchByQuery("a text as bound", { max_results: "many" }),
  ],
};
