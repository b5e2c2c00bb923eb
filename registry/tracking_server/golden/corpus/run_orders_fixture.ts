/** Searches of runs by experiment, view, order and page. */

import { asking, type Corpus } from "../exchange.ts";
import { foundRuns } from "./found_runs_fixture.ts";

const search = asking("POST", "runs/search");
const experiment_ids = ["<id>"];

const orders = [
  ["start_time"],
  ["start_time DESC"],
  ["attribute.start_time ASC"],
  ["attributes.start_time asc"],
  ["created DESC"],
  ["end_time"],
  ["end_time DESC"],
  ["metrics.auc"],
  ["metrics.auc DESC"],
  ["metric.`auc` DESC"],
  ['metrics."auc" DESC'],
  ["metrics.nan"],
  ["metrics.nan DESC"],
  ["metrics.`my metric`"],
  ["metrics.my metric"],
  ["params.trees"],
  ["params.trees DESC"],
  ["tags.team DESC"],
  ["tag.mlflow.runName"],
  ["status", "run_name DESC"],
  ["attributes.run_name"],
  ["`Run Name`"],
  ["user_id"],
  ["metrics.auc", "metrics.auc DESC"],
  ["metrics.auc ASC DESC"],
  ["metrics.auc ASCENDING"],
  ["metrics.auc UP"],
  ["metrics.auc,"],
  ["metrics.auc, params.trees"],
  ["metrics."],
  ["auc"],
  ["experiment_id"],
  ["dataset.name"],
  ["colour.red"],
  ["count"],
  ["DESC"],
  ["5"],
  ["'status'"],
  [""],
  ["tags.`unclosed"],
  "start_time",
  [5],
];

export const runOrders: Corpus = {
  resource: "run_orders",
  exchanges: [
    ...foundRuns("ordered"),
    ...orders.map((order_by) =>
      search(`order ${JSON.stringify(order_by)}`, { experiment_ids, order_by })
    ),
    search("no experiment", {}),
    search("no experiment in the list", { experiment_ids: [] }),
    search("an unknown experiment", { experiment_ids: ["999"] }),
    search("a text as experiment", { experiment_ids: ["energy"] }),
    search("a number as experiment", '{"experiment_ids": [0]}'),
    search("an experiment that is no list", { experiment_ids: "0" }),
    search("a null experiment", { experiment_ids: [null] }),
    asking("POST", "runs/delete")("c of the ordered", { run_id: "<c>" }),
    ...["ACTIVE_ONLY", "DELETED_ONLY", "ALL", 2, "3", 9, "all", ""].map((run_view_type) =>
      search(`view ${JSON.stringify(run_view_type)}`, { experiment_ids, run_view_type })
    ),
    ...[1, 0, -1, 50_000, 50_001, "1", "many", 1.5, null].map((max_results) =>
      search(`at most ${JSON.stringify(max_results)}`, { experiment_ids, max_results })
    ),
    search("page 1", { experiment_ids, run_view_type: "ALL", max_results: 2 }, {
      token: "next_page_token",
    }),
    search("page 2", {
      experiment_ids,
      run_view_type: "ALL",
      max_results: 2,
      page_token: "<token>",
    }),
    search("exactly all", { experiment_ids, run_view_type: "ALL", max_results: 3 }),
    ...[
      "abc",
      "abcd",
      "e30=",
      "eyJvZmZzZXQiOiAieCJ9",
      "eyJvZmZzZXQiOiAwfQ==",
      "bm90IGpzb24=",
      "",
      5,
    ]
      .map((page_token) =>
        search(`token ${JSON.stringify(page_token)}`, { experiment_ids, page_token })
      ),
    asking("GET", "runs/search")("by query", { experiment_ids }),
  ],
};
