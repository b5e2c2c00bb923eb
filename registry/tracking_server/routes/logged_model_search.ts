/** `/logged-models/search`. */

import {
  flag,
  integer,
  listOf,
  required,
  requiredText,
  text,
  textList,
  type Values,
} from "../parameters.ts";
import { experimentNumber } from "../records/experiments.ts";
import { loggedModelRecord, type LoggedModelRow } from "../records/logged_models.ts";
import { orAbsent } from "../records/pairs.ts";
import type { SearchGrammar, Sql } from "../search/grammar.ts";
import { measuredOn, metricEntity, newestOf } from "../search/model_metrics.ts";
import { order, type OrderKey } from "../search/order.ts";
import { searchPage } from "../search/search_page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const tag = {
  type: "text",
  value: "t.value",
  from: "logged_model_tags t WHERE t.model_id = l.model_id",
  key: "t.key",
} as const;

const param = {
  type: "text",
  value: "p.value",
  from: "logged_model_params p WHERE p.model_id = l.model_id",
  key: "p.key",
} as const;

const metric = metricEntity("measured");
const creation = { type: "number", value: "l.creation_timestamp_ms" } as const;

const grammar: SearchGrammar = {
  attributeNames: ["attribute", "attributes"],
  attributes: {
    name: { type: "text", value: "l.name" },
    model_id: { type: "text", value: "l.model_id" },
    model_type: { type: "text", value: "l.model_type" },
    status: { type: "text", value: "REPLACE(l.status, 'LOGGED_MODEL_', '')" },
    source_run_id: { type: "text", value: "l.source_run_id" },
    creation_timestamp: creation,
    creation_time: creation,
    last_updated_timestamp: { type: "number", value: "l.last_updated_timestamp_ms" },
  },
  entities: { tag, tags: tag, param, params: param, metric, metrics: metric },
};

const orderField = {
  field_name: requiredText,
  ascending: flag,
  dataset_name: text,
  dataset_digest: text,
};

const search = defineRoute({
  method: "POST",
  path: "logged-models/search",
  parameters: {
    experiment_ids: required(textList),
    filter: text,
    datasets: listOf({ dataset_name: requiredText, dataset_digest: text }),
    max_results: integer,
    order_by: listOf(orderField),
    page_token: text,
  },
  answer({ database }, search) {
    const experiments = search.experiment_ids.map(experimentNumber);
    const measured = measuredOn(search.datasets);
    const { by, tables } = orderOf(search.order_by);
    const onDatasets = search.datasets.length === 0
      ? "TRUE"
      : "EXISTS (SELECT 1 FROM measured m WHERE m.model_id = l.model_id)";
    const select = {
      text: `WITH measured AS (${measured.text})${tables.text}
        SELECT l.* FROM logged_models l
        WHERE l.experiment_id IN (SELECT value FROM json_each(?))
          AND l.lifecycle_stage = 'active' AND ${onDatasets}`,
      values: [...measured.values, ...tables.values, JSON.stringify(experiments)],
    };
    const page = searchPage<LoggedModelRow>(
      database,
      { select, grammar, by, pages: { preset: 50, most: 50_000 } },
      search,
    );
    return {
      models: orAbsent(page.items.map((row) => loggedModelRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of logged models, newest first unless told otherwise. */
export const loggedModelSearchRoutes: readonly Route[] = [search];

/** Each metric to order by has data sets of its own, and so a table of its own. */
function orderOf(fields: readonly Values<typeof orderField>[]): { by: Sql; tables: Sql } {
  const tables: Sql[] = [];
  const entities = { ...grammar.entities };
  const keys = fields.map(({ field_name, ascending = true, ...on }): OrderKey => {
    const [entity, ...rest] = field_name.split(".");
    if (rest.length === 0) return { key: field_name, ascending };
    const key = rest.join(".");
    if (entity !== "metric" && entity !== "metrics") return { entity, key, ascending };
    const { dataset_name, dataset_digest } = on;
    const datasets = dataset_name ? [{ dataset_name, dataset_digest }] : [];
    const table = `ordered_${tables.length}`;
    const { text, values } = newestOf(measuredOn(datasets));
    tables.push({ text: `, ${table} AS (${text})`, values });
    entities[table] = metricEntity(table);
    return { entity: table, key, ascending };
  });
  return {
    by: order({ ...grammar, entities }, keys, "l.creation_timestamp_ms DESC, l.model_id"),
    tables: {
      text: tables.map(({ text }) => text).join(""),
      values: tables.flatMap(({ values }) => values),
    },
  };
}
