/** `/experiments/search`. */

import { checks } from "../requests/parameter_checks.ts";
import { integer, text, textList, type Values } from "../requests/parameters.ts";
import { experimentRecord, type ExperimentRow } from "../records/experiments.ts";
import { orAbsent } from "../records/pairs.ts";
import { experimentFilter, experimentOrderKey } from "../search/experiment_filter.ts";
import { parseFilter } from "../search/filter.ts";
import type { SearchGrammar } from "../search/grammar.ts";
import { order, parseOrders } from "../search/order.ts";
import { pageSize } from "../search/page_size.ts";
import { searchPage } from "../search/search_page.ts";
import { viewType } from "../search/view_type.ts";
import type { ReadableStore } from "../store.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const grammar: SearchGrammar = {
  attributes: {
    name: "e.name",
    experiment_id: "e.experiment_id",
    creation_time: "e.creation_time",
    last_update_time: "e.last_update_time",
  },
  entities: {
    tag: {
      value: "t.value",
      from: "experiment_tags t WHERE t.experiment_id = e.experiment_id",
      key: "t.key",
    },
  },
};

const parameters = {
  view_type: { ...viewType, checks: [checks.integer] },
  max_results: integer,
  order_by: { ...textList, checks: [checks.array] },
  filter: text,
  page_token: text,
};

function answer({ database }: ReadableStore, search: Values<typeof parameters>): object {
  const size = pageSize(search.max_results ?? 0);
  const where = parseFilter(search.filter ?? "", experimentFilter);
  const orderBy = search.order_by.length === 0
    ? ["creation_time DESC", "experiment_id ASC"]
    : search.order_by;
  const by = order(grammar, parseOrders(orderBy, experimentOrderKey), "e.experiment_id DESC");
  const stages = search.view_type.map((stage) => `'${stage}'`).join(", ");
  const select = {
    text: `SELECT e.* FROM experiments e WHERE e.lifecycle_stage IN (${stages})`,
    values: [],
  };
  const page = searchPage<ExperimentRow>(
    database,
    { select, grammar, where, by },
    { size, token: search.page_token },
  );
  return {
    experiments: orAbsent(page.items.map((row) => experimentRecord(database, row))),
    next_page_token: page.nextPageToken,
  };
}

/** The search of experiments, which clients send either way. */
export const experimentSearchRoutes: readonly Route[] = [
  defineRoute({ method: "POST", path: "experiments/search", parameters, answer }),
  defineRoute({ method: "GET", path: "experiments/search", parameters, answer }),
];
