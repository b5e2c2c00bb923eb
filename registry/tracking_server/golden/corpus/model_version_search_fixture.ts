/** Searches of versions of registered models. */

import { asking, type Corpus } from "../exchange.ts";

const create = asking("POST", "model-versions/create");
const search = asking("GET", "model-versions/search");
const source = "s3://bucket/hunted";

const filters = [
  "name = 'hunt-a'",
  "name != 'hunt-a' AND name LIKE 'hunt-%'",
  "name LIKE 'HUNT-%'",
  "name ILIKE 'HUNT-%'",
  "name IN ('hunt-a')",
  "`name` = 'hunt-a'",
  "attribute.name = 'hunt-a'",
  "attributes.name = 'hunt-a'",
  'name = "hunt-a"',
  "name = hunt",
  "name > 'a'",
  "version_number = 1 AND name LIKE 'hunt-%'",
  "version_number > 1 AND name LIKE 'hunt-%'",
  "version_number != 1 AND name LIKE 'hunt-%'",
  "version_number = '1'",
  "version_number LIKE '1'",
  "version = 1",
  "run_id = '<run>'",
  "run_id IN ('<run>')",
  "run_id IN ('<run>', 'x')",
  "run_id IN ()",
  "run_id IN (5)",
  "run_id IN ('x' 'y')",
  "run_id IN ('x',)",
  "run_id NOT IN ('<run>')",
  "source_path = 's3://bucket/hunted'",
  "source_path LIKE '%hunted/2'",
  "source = 's3://bucket/hunted'",
  "creation_timestamp > 0",
  "last_updated_timestamp > 0",
  "current_stage = 'None'",
  "tags.team = 'grid'",
  "tag.team = 'grid'",
  "tags.team != 'grid'",
  "tags.team ILIKE 'GR%'",
  "tags.`my tag` = 'x'",
  "tags.team = 5",
  "tags.team IS NULL",
  "tags.`mlflow.prompt.is_prompt` = 'true'",
  "tags.`mlflow.prompt.is_prompt` != 'true' AND name LIKE 'hunt-%'",
  "params.a = 'b'",
  "name = 'hunt-a' AND tags.team = 'grid'",
  "name = 'hunt-a' OR name = 'hunt-b'",
  "name = 'hunt-a' AND",
  "name = 'hunt-a'; name = 'hunt-b'",
  "name",
];

const orders = ["name", "name DESC", "version_number", "version_number DESC", "creation_timestamp"]
  .concat(["last_updated_timestamp ASC", "run_id", "source_path", "tags.team", "timestamp"])
  .concat(["name UP", ""]);

export const modelVersionSearch: Corpus = {
  resource: "model_version_search",
  exchanges: [
    asking("POST", "registered-models/create")("hunt-a", { name: "hunt-a" }),
    asking("POST", "registered-models/create")("hunt-b", { name: "hunt-b" }),
    asking("POST", "runs/create")("for versions to hunt", {
      experiment_id: "0",
      run_name: "hunt",
      start_time: 1,
    }, {
      run: "run.info.run_id",
    }),
    create("hunt-a 1", { name: "hunt-a", source, tags: [{ key: "team", value: "grid" }] }),
    create("hunt-a 2", { name: "hunt-a", source: `${source}/2`, run_id: "<run>" }),
    create("hunt-b 1", { name: "hunt-b", source, tags: [{ key: "my tag", value: "x" }] }),
    ...filters.map((filter) => search(`filter ${filter}`, { filter })),
    ...orders.map((order_by) =>
      search(`order ${order_by}`, { filter: "name LIKE 'hunt-%'", order_by })
    ),
    search("two keys to order by", {
      filter: "name LIKE 'hunt-%'",
      order_by: ["name", "version_number ASC"],
    }),
    ...[1, 0, -1, 200_000, 200_001, "many"].map((max_results) =>
      search(`at most ${JSON.stringify(max_results)}`, {
        filter: "name LIKE 'hunt-%'",
        max_results,
      })
    ),
    search("page 1", { filter: "name LIKE 'hunt-%'", max_results: 2 }, {
      token: "next_page_token",
    }),
    search("page 2", { filter: "name LIKE 'hunt-%'", max_results: 2, page_token: "<token>" }),
    search("a bad token", { page_token: "abc" }),
  ],
};
