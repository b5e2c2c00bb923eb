/** Searches of logged models. */

import { asking, type Corpus } from "../exchange.ts";

const search = asking("POST", "logged-models/search");
const create = asking("POST", "logged-models");
const experiment_ids = ["<id>"];

const filters = [
  "name = 'forest'",
  "attributes.name = 'forest'",
  "attribute.name = 'forest'",
  "`name` = 'forest'",
  "name != 'forest'",
  "name LIKE 'For%'",
  "name ILIKE 'For%'",
  "name = 'knn'",
  "name IN ('forest', 'x')",
  "name NOT IN ('forest')",
  "name > 'a'",
  "name = forest",
  'name = "forest"',
  "name = 5",
  "name IS NULL",
  "model_id = '<forest>'",
  "model_id IN ('<forest>')",
  "model_id IN ()",
  "model_id IN (5)",
  "model_type = 'anomaly'",
  "status = 'READY'",
  "status = 'PENDING'",
  "status = 'LOGGED_MODEL_READY'",
  "source_run_id = '<run>'",
  "creation_timestamp > 0",
  "creation_time > 0",
  "last_updated_timestamp > 0",
  "creation_timestamp = 'x'",
  "creation_timestamp LIKE '1%'",
  "experiment_id = '0'",
  "metrics.auc > 0.6",
  "metrics.auc <= 0.5",
  "metric.auc > 0.6",
  "metrics.`auc` > 0.6",
  "metrics.auc > '0.6'",
  "metrics.auc LIKE '0.6'",
  "auc > 0.6",
  "params.trees = '100'",
  "params.trees != '100'",
  "params.trees LIKE '1%'",
  "params.trees = 100",
  "params.trees IN ('100')",
  "tags.team = 'grid'",
  "tags.team ILIKE 'GR%'",
  "tags.`my tag` = 'x'",
  "tags.team IS NULL",
  "colour.red = 'x'",
  "name = 'forest' AND params.trees = '100'",
  "name = 'forest' OR name = 'tree'",
  "name = 'forest' AND",
  "name = 'forest';",
  "name",
  "",
  " ",
];

const orders = [
  [{ field_name: "name" }],
  [{ field_name: "name", ascending: false }],
  [{ field_name: "attributes.name" }],
  [{ field_name: "creation_timestamp" }],
  [{ field_name: "creation_time", ascending: false }],
  [{ field_name: "last_updated_timestamp" }],
  [{ field_name: "metrics.auc" }],
  [{ field_name: "metrics.auc", ascending: false }],
  [{ field_name: "metrics.auc", dataset_name: "meters" }],
  [{ field_name: "metrics.auc", dataset_name: "meters", dataset_digest: "d1" }],
  [{ field_name: "metrics.auc", dataset_digest: "d1" }],
  [{ field_name: "name", dataset_name: "meters" }],
  [{ field_name: "params.trees" }],
  [{ field_name: "tags.team" }],
  [{ field_name: "colour" }],
  [{ field_name: "" }],
  [{}],
  [{ field_name: "name", ascending: "no" }],
  "name",
];

export const loggedModelSearch: Corpus = {
  resource: "logged_model_search",
  exchanges: [
    asking("POST", "experiments/create")("for models to find", { name: "models to find" }, {
      id: "experiment_id",
    }),
    asking("POST", "runs/create")("for models to find", {
      experiment_id: "<id>",
      run_name: "find",
      start_time: 1,
    }, { run: "run.info.run_id" }),
    create("forest", {
      experiment_id: "<id>",
      name: "forest",
      model_type: "anomaly",
      source_run_id: "<run>",
      params: [{ key: "trees", value: "100" }],
      tags: [{ key: "team", value: "grid" }, { key: "my tag", value: "x" }],
    }, { forest: "model.info.model_id" }),
    create(
      "tree",
      { experiment_id: "<id>", name: "tree", params: [{ key: "trees", value: "1" }] },
      {
        tree: "model.info.model_id",
      },
    ),
    create("knn", { experiment_id: "<id>", name: "knn" }, { knn: "model.info.model_id" }),
    asking("PATCH", "logged-models/<knn>")("knn", { model_id: "<knn>", status: 2 }),
    asking("POST", "runs/log-batch")("metrics of models to find", {
      run_id: "<run>",
      metrics: [
        {
          key: "auc",
          value: 0.5,
          timestamp: 1,
          model_id: "<forest>",
          dataset_name: "meters",
          dataset_digest: "d1",
        },
        { key: "auc", value: 0.75, timestamp: 2, model_id: "<tree>" },
      ],
    }),
    ...filters.map((filter) => search(`filter ${filter}`, { experiment_ids, filter })),
    ...orders.map((order_by) =>
      search(`order ${JSON.stringify(order_by)}`, { experiment_ids, order_by })
    ),
    ...[
      [{ dataset_name: "meters" }],
      [{ dataset_name: "meters", dataset_digest: "d2" }],
      [{ dataset_digest: "d1" }],
      [{ dataset_name: "" }],
      "meters",
    ].map((datasets) =>
      search(`data sets ${JSON.stringify(datasets)}`, {
        experiment_ids,
        datasets,
        filter: "metrics.auc > 0",
      })
    ),
    search("no experiment", {}),
    search("an empty list", { experiment_ids: [] }),
    search("an unknown experiment", { experiment_ids: ["999"] }),
    search("a text as experiment", { experiment_ids: ["energy"] }),
    search("no list", { experiment_ids: "0" }),
    ...[1, 0, -1, 50, 51, 50_001, "2", "many"].map((max_results) =>
      search(`at most ${JSON.stringify(max_results)}`, { experiment_ids, max_results })
    ),
    search("page 1", { experiment_ids, max_results: 2 }, { token: "next_page_token" }),
    search("page 2", { experiment_ids, max_results: 2, page_token: "<token>" }),
    search("page 2 of another search", {
      experiment_ids,
      filter: "name = 'forest'",
      max_results: 2,
      page_token: "<token>",
    }),
    search("a bad token", { experiment_ids, page_token: "abc" }),
  ],
};
