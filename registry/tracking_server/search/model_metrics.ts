/** Metrics of logged models in searches: of any data set, or of those that a request names. */

import { requireWithin } from "./bounds.ts";
import type { KeyedEntity, Sql } from "./grammar.ts";

/** A data set that a request names, by its digest or in all its versions. */
export interface DatasetFilter {
  readonly dataset_name?: string;
  readonly dataset_digest?: string;
}

/**
 * SQL of all metrics on some data sets.
 *
 * @param datasets Those that count; any when there are none.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when they are more than a hundred.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(measuredOn([{ dataset_name: "test" }]), {
 *   text: "SELECT * FROM logged_model_metrics WHERE (dataset_name = ?)",
 *   values: ["test"],
 * });
 * ```
 */
export function measuredOn(datasets: readonly DatasetFilter[]): Sql {
  requireWithin("data sets", datasets.length);
  const given = datasets.map(({ dataset_name, dataset_digest }) =>
    Object.entries({ dataset_name, dataset_digest }).filter(([, value]) => value)
  );
  const one = (columns: readonly (readonly [string, unknown])[]) =>
    `(${columns.map(([column]) => `${column} = ?`).join(" AND ") || "TRUE"})`;
  return {
    text: `SELECT * FROM logged_model_metrics WHERE ${given.map(one).join(" OR ") || "TRUE"}`,
    values: given.flat().map(([, value]) => String(value)),
  };
}

/**
 * SQL of the newest metric of each model and key.
 *
 * @param metrics SQL of metrics.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(newestOf(measuredOn([{ dataset_name: "test" }])).values, ["test"]);
 * ```
 */
export function newestOf(metrics: Sql): Sql {
  const text = `SELECT * FROM (
    SELECT *, ROW_NUMBER() OVER (
      PARTITION BY model_id, key ORDER BY timestamp DESC, step DESC, value DESC
    ) AS age FROM (${metrics.text})
  ) WHERE age = 1`;
  return { text, values: metrics.values };
}

/**
 * What a filter or an order names as a metric of the models `l`.
 *
 * @param table Name that a WITH clause gives to the metrics.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(metricEntity("measured").from, "measured m WHERE m.model_id = l.model_id");
 * ```
 */
export function metricEntity(table: string): KeyedEntity {
  return {
    value: "m.value",
    isNan: "m.is_nan",
    from: `${table} m WHERE m.model_id = l.model_id`,
    key: "m.key",
  };
}
