/** `/experiments/search`. */

import { requiredInteger, text, textList, type Values } from "../parameters.ts";
import { experimentRecord, type ExperimentRow } from "../records/experiments.ts";
import { orAbsent } from "../records/pairs.ts";
import type { SearchGrammar } from "../search/grammar.ts";
import { order, parseOrder } from "../search/order.ts";
import { searchPage } from "../search/search_page.ts";
import { viewType } from "../search/view_type.ts";
import type { ReadableStore } from "../store.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const tags = {
  type: "text",
  value: "t.value",
  from: "experiment_tags t WHERE t.experiment_id = e.experiment_id",
  key: "t.key",
} as const;

const grammar: SearchGrammar = {
  attributeNames: ["attribute", "attributes", "attr"],
  attributes: {
    name: { type: "text", value: "e.name" },
    experiment_id: { type: "number", value: "e.experiment_id" },
    creation_time: { type: "number", value: "e.creation_time" },
    last_update_time: { type: "number", value: "e.last_update_time" },
  },
  entities: { tag: tags, tags },
};

const parameters = {
  max_results: requiredInteger,
  page_token: text,
  filter: text,
  order_by: textList,
  view_type: viewType,
};

function answer({ database }: ReadableStore, search: Values<typeof parameters>): object {
  const stages = search.view_type.map((stage) => `'${stage}'`).join(", ");
  const select = {
    text: `SELECT e.* FROM experiments e WHERE e.lifecycle_stage IN (${stages})`,
    values: [],
  };
  const orderBy = search.order_by.length === 0 ? ["creation_time DESC"] : search.order_by;
  const by = order(grammar, orderBy.map(parseOrder), "e.experiment_id");
  const page = searchPage<ExperimentRow>(
    database,
    { select, grammar, by, pages: { preset: 1000, most: 50_000 } },
    search,
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
