/** `/logged-models/search`. */

import { checks } from "../requests/parameter_checks.ts";
import { flag, integer, listOf, text, textList, type Values } from "../requests/parameters.ts";
import { experimentNumber } from "../records/experiments.ts";
import { loggedModelRecord, type LoggedModelRow } from "../records/logged_models.ts";
import { orAbsent } from "../records/pairs.ts";
import { requireWithin } from "../search/bounds.ts";
import { parseFilter } from "../search/filter.ts";
import { invalid } from "../search/filter_values.ts";
import { condition, type SearchGrammar, type Sql } from "../search/grammar.ts";
import { loggedModelAttribute, loggedModelFilter } from "../search/logged_model_filter.ts";
import { measuredOn, metricEntity, newestOf } from "../search/model_metrics.ts";
import { modelPageToken, type ModelSearch, modelTokenOffset } from "../search/model_page_token.ts";
import { positiveSize } from "../search/page_size.ts";
import { orderTerm } from "../search/order.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const grammar: SearchGrammar = {
  attributes: {
    name: "l.name",
    model_id: "l.model_id",
    model_type: "l.model_type",
    status: "REPLACE(l.status, 'LOGGED_MODEL_', '')",
    source_run_id: "l.source_run_id",
    experiment_id: "CAST(l.experiment_id AS TEXT)",
    creation_timestamp_ms: "l.creation_timestamp_ms",
    last_updated_timestamp_ms: "l.last_updated_timestamp_ms",
  },
  entities: {
    metric: metricEntity("measured"),
    parameter: {
      value: "p.value",
      from: "logged_model_params p WHERE p.model_id = l.model_id",
      key: "p.key",
    },
    tag: {
      value: "t.value",
      from: "logged_model_tags t WHERE t.model_id = l.model_id",
      key: "t.key",
    },
  },
};

const orderField = {
  field_name: text,
  ascending: flag,
  dataset_name: text,
  dataset_digest: text,
};

const search = defineRoute({
  method: "POST",
  path: "logged-models/search",
  parameters: {
    experiment_ids: { ...textList, checks: [checks.array, checks.texts, checks.required] },
    filter: text,
    datasets: listOf({ dataset_name: text, dataset_digest: text }),
    max_results: integer,
    order_by: listOf(orderField),
    page_token: text,
  },
  answer({ database }, search) {
    if (!search.datasets.every(({ dataset_name }) => dataset_name)) {
      throw invalid("`dataset_name` in the `datasets` clause must be specified.");
    }
    const asked = askedBy(search);
    const offset = modelTokenOffset(search.page_token ?? "", asked);
    const size = positiveSize(search.max_results || 50);
    const where = condition(grammar, parseFilter(search.filter ?? "", loggedModelFilter));
    const experiments = search.experiment_ids.map(experimentNumber);
    const measured = measuredOn(search.datasets);
    const { by, tables } = orderOf(search.order_by);
    const onDatasets = search.datasets.length === 0
      ? "TRUE"
      : "EXISTS (SELECT 1 FROM measured m WHERE m.model_id = l.model_id)";
    const rows = database.all<LoggedModelRow>(
      `WITH measured AS (${measured.text})${tables.text}
        SELECT l.* FROM logged_models l
        WHERE l.experiment_id IN (SELECT value FROM json_each(?))
          AND l.lifecycle_stage = 'active' AND ${onDatasets} AND ${where.text}
        ORDER BY ${by.text} LIMIT ? OFFSET ?`,
      ...[...measured.values, ...tables.values, JSON.stringify(experiments)],
      ...[...where.values, ...by.values, size + 1, offset],
    );
    return {
      models: orAbsent(rows.slice(0, size).map((row) => loggedModelRecord(database, row))),
      next_page_token: rows.length > size ? modelPageToken(asked, offset + size) : undefined,
    };
  },
});

/** The search of logged models, newest first unless told otherwise. */
export const loggedModelSearchRoutes: readonly Route[] = [search];

type OrderField = Values<typeof orderField>;

/** What the token of its next page belongs to. */
function askedBy(
  { experiment_ids, filter, order_by }: {
    readonly experiment_ids: readonly string[];
    readonly filter?: string;
    readonly order_by: readonly OrderField[];
  },
): ModelSearch {
  const fields = order_by.map(({ field_name = "", ascending = true, ...on }) => ({
    ...{ field_name, ascending },
    ...{ dataset_name: on.dataset_name || null, dataset_digest: on.dataset_digest || null },
  }));
  return {
    experiment_ids,
    filter_string: filter || null,
    order_by: fields.length === 0 ? null : fields,
  };
}

/** Each metric to order by has data sets of its own, and so a table of its own. */
function orderOf(fields: readonly OrderField[]): { by: Sql; tables: Sql } {
  requireWithin("keys to order by", fields.length);
  const tables: Sql[] = [];
  const terms = fields.map(({ field_name = "", ascending = true, ...dataset }): Sql => {
    const dot = field_name.indexOf(".");
    if (dot < 0) {
      const key = loggedModelAttribute(field_name);
      return orderTerm(grammar, { type: "attribute", key, ascending });
    }
    if (field_name.slice(0, dot) !== "metrics") {
      throw invalid(`Invalid order by field name: ${field_name}. Only metrics are supported.`);
    }
    const table = `ordered_${tables.length}`;
    const { text, values } = newestOf(measuredOn([dataset]));
    tables.push({ text: `, ${table} AS (${text})`, values });
    const ordered = { attributes: {}, entities: { metric: metricEntity(table) } };
    return orderTerm(ordered, { type: "metric", key: field_name.slice(dot + 1), ascending });
  });
  const last = "l.creation_timestamp_ms DESC, l.model_id";
  return { by: joined([...terms, { text: last, values: [] }], ", "), tables: joined(tables, "") };
}

function joined(parts: readonly Sql[], between: string): Sql {
  return {
    text: parts.map(({ text }) => text).join(between),
    values: parts.flatMap(({ values }) => values),
  };
}
