/** `/runs/search`. */

import { atMost, checks } from "../requests/parameter_checks.ts";
import { checked, integer, text, textList, unchecked } from "../requests/parameters.ts";
import { experimentNumber } from "../records/experiments.ts";
import { orAbsent } from "../records/pairs.ts";
import { completeRun, runInfo, type RunRow } from "../records/runs.ts";
import { parseFilter } from "../search/filter.ts";
import type { SearchGrammar, Sql } from "../search/grammar.ts";
import { order, parseDistinctOrders } from "../search/order.ts";
import { pageSize } from "../search/page_size.ts";
import { runFilter, runOrderKey } from "../search/run_filter.ts";
import { searchPage } from "../search/search_page.ts";
import { viewType } from "../search/view_type.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

// A data set has three keys, so each row of the join is seen as three rows of key and value.
const dataset = {
  value: "d.value",
  from: `(
    SELECT run_id, 'name' AS key, name AS value FROM dataset_inputs JOIN datasets USING (dataset_id)
    UNION ALL
    SELECT run_id, 'digest', digest FROM dataset_inputs JOIN datasets USING (dataset_id)
    UNION ALL
    SELECT run_id, 'context', value FROM dataset_input_tags WHERE key = 'mlflow.data.context'
  ) d WHERE d.run_id = r.run_id`,
  key: "d.key",
} as const;

/** What a search of runs may ask for. */
export const runGrammar: SearchGrammar = {
  attributes: {
    run_id: "r.run_id",
    run_name: "r.run_name",
    user_id: "r.user_id",
    status: "r.status",
    start_time: "r.start_time",
    end_time: "r.end_time",
    artifact_uri: "r.artifact_uri",
  },
  entities: {
    metric: {
      value: "m.value",
      isNan: "m.is_nan",
      from: "latest_metrics m WHERE m.run_id = r.run_id",
      key: "m.key",
    },
    parameter: { value: "p.value", from: "params p WHERE p.run_id = r.run_id", key: "p.key" },
    tag: { value: "t.value", from: "tags t WHERE t.run_id = r.run_id", key: "t.key" },
    dataset,
  },
};

const search = defineRoute({
  method: "POST",
  path: "runs/search",
  parameters: {
    experiment_ids: { ...textList, checks: [checks.array] },
    filter: text,
    run_view_type: viewType,
    max_results: checked(integer, atMost(50_000)),
    order_by: textList,
    page_token: unchecked(text),
  },
  answer({ database }, search) {
    const select = runsIn(search);
    const size = pageSize(search.max_results ?? 1000);
    const where = parseFilter(search.filter ?? "", runFilter);
    const keys = parseDistinctOrders(search.order_by, runOrderKey);
    const byStart = keys.some(({ type, key }) => type === "attribute" && key === "start_time");
    const by = order(runGrammar, keys, byStart ? "r.run_id" : "r.start_time DESC, r.run_id");
    const page = searchPage<RunRow>(
      database,
      { select, grammar: runGrammar, where, by },
      { size, token: search.page_token },
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
