/** `/runs/search`. */

import { integer, text, textList } from "../parameters.ts";
import { experimentNumber } from "../records/experiments.ts";
import { orAbsent } from "../records/pairs.ts";
import { completeRun, runInfo, type RunRow } from "../records/runs.ts";
import type { SearchGrammar, Sql } from "../search/grammar.ts";
import { order, parseOrder } from "../search/order.ts";
import { searchPage } from "../search/search_page.ts";
import { viewType } from "../search/view_type.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const metric = {
  type: "number",
  value: "CASE m.is_nan WHEN 0 THEN m.value END",
  from: "latest_metrics m WHERE m.run_id = r.run_id",
  key: "m.key",
} as const;

const param = {
  type: "text",
  value: "p.value",
  from: "params p WHERE p.run_id = r.run_id",
  key: "p.key",
} as const;

const tag = {
  type: "text",
  value: "t.value",
  from: "tags t WHERE t.run_id = r.run_id",
  key: "t.key",
} as const;

// A data set has three keys, so each row of the join is seen as three rows of key and value.
const dataset = {
  type: "text",
  value: "d.value",
  from: `(
    SELECT run_id, 'name' AS key, name AS value FROM dataset_inputs JOIN datasets USING (dataset_id)
    UNION ALL
    SELECT run_id, 'digest', digest FROM dataset_inputs JOIN datasets USING (dataset_id)
    UNION ALL
    SELECT run_id, 'context', value FROM dataset_input_tags WHERE key = 'mlflow.data.context'
  ) d WHERE d.run_id = r.run_id`,
  key: "d.key",
  keys: ["name", "digest", "context"],
} as const;

const startTime = { type: "number", value: "r.start_time" } as const;
const runName = { type: "text", value: "r.run_name" } as const;

/** What a search of runs may ask for. */
export const runGrammar: SearchGrammar = {
  attributeNames: ["attribute", "attributes", "attr", "run"],
  attributes: {
    run_id: { type: "text", value: "r.run_id" },
    run_name: runName,
    user_id: { type: "text", value: "r.user_id" },
    status: { type: "text", value: "r.status" },
    start_time: startTime,
    end_time: { type: "number", value: "r.end_time" },
    artifact_uri: { type: "text", value: "r.artifact_uri" },
    created: startTime,
    Created: startTime,
    "run name": runName,
    "Run name": runName,
    "Run Name": runName,
  },
  entities: {
    metric,
    metrics: metric,
    param,
    params: param,
    parameter: param,
    parameters: param,
    tag,
    tags: tag,
    dataset,
    datasets: dataset,
  },
};

const search = defineRoute({
  method: "POST",
  path: "runs/search",
  parameters: {
    experiment_ids: textList,
    filter: text,
    run_view_type: viewType,
    max_results: integer,
    order_by: textList,
    page_token: text,
  },
  answer({ database }, search) {
    const select = runsIn(search);
    const by = order(runGrammar, search.order_by.map(parseOrder), "r.start_time DESC, r.run_id");
    const page = searchPage<RunRow>(
      database,
      { select, grammar: runGrammar, by, pages: { preset: 1000, most: 50_000 } },
      search,
    );
    return {
      runs: orAbsent(page.items.map((row) => completeRun(database, runInfo(row)))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of runs. */
export const runSearchRoutes: readonly Route[] = [search];

/**
 * SQL that selects the runs of some experiments, its last clause a WHERE.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when an experiment id is no number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { values } = runsIn({ experiment_ids: ["0", "7"], run_view_type: ["active"] });
 * assert.deepEqual(values, ["[0,7]"]);
 * ```
 */
export function runsIn(
  search: {
    readonly experiment_ids: readonly string[];
    readonly run_view_type: readonly string[];
  },
): Sql {
  const stages = search.run_view_type.map((stage) => `'${stage}'`).join(", ");
  return {
    text: `SELECT r.* FROM runs r
      WHERE r.experiment_id IN (SELECT value FROM json_each(?))
        AND r.lifecycle_stage IN (${stages})`,
    values: [JSON.stringify(search.experiment_ids.map(experimentNumber))],
  };
}
