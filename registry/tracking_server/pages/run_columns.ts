/** Which metrics and parameters a table of runs shows. */

import type { RunRecord } from "../records/runs.ts";
import { TrackingError } from "../tracking_error.ts";

/** A metric or a parameter as a column. */
export interface RunColumn {
  readonly kind: "metrics" | "params";
  readonly key: string;
}

/** The runs on a page, as far as columns need them. */
type RunData = Pick<RunRecord, "data">;

/** Columns of each kind when nothing is chosen; more of them are a look away. */
const preset = { metrics: 5, params: 4 } as const;
/** Most columns to choose from and to show. */
const mostColumns = 200;
/** Stands in an address for no columns at all, as an empty list cannot. */
const none = "none";

/**
 * The name of a column in addresses and forms.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(columnName({ kind: "metrics", key: "val.auc" }), "metrics.val.auc");
 * ```
 */
export function columnName({ kind, key }: RunColumn): string {
  return `${kind}.${key}`;
}

/**
 * What MLflow's `order_by` calls a column; undefined when its grammar has no way to quote the key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(columnOrderKey({ kind: "params", key: "batch size" }), "params.`batch size`");
 * ```
 */
export function columnOrderKey({ kind, key }: RunColumn): string | undefined {
  const quote = ["`", '"'].find((mark) => !key.includes(mark));
  return quote === undefined ? undefined : `${kind}.${quote}${key}${quote}`;
}

/**
 * The metrics and parameters that some runs have, metrics first, by key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const run = { data: { params: [{ key: "depth", value: "4" }] } };
 * assert.deepEqual(offeredColumns([run]), [{ kind: "params", key: "depth" }]);
 * ```
 */
export function offeredColumns(runs: readonly RunData[]): RunColumn[] {
  return (["metrics", "params"] as const).flatMap((kind) => {
    const keys = new Set(runs.flatMap(({ data }) => (data[kind] ?? []).map(({ key }) => key)));
    return [...keys].sort().map((key) => ({ kind, key }));
  }).slice(0, mostColumns);
}

/**
 * The columns to show: those asked for, whether the runs on this page have them or not, or the
 * first few of each kind.
 *
 * @param asked Names of columns; `none` stands for none.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when a name is not a column's or there are
 * more than 200.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const offered = [{ kind: "metrics", key: "auc" }] as const;
 * assert.deepEqual(shownColumns([], offered), offered);
 * assert.deepEqual(shownColumns(["none"], offered), []);
 * ```
 */
export function shownColumns(
  asked: readonly string[],
  offered: readonly RunColumn[],
): readonly RunColumn[] {
  if (asked.length === 0) {
    return (["metrics", "params"] as const).flatMap((kind) =>
      offered.filter((column) => column.kind === kind).slice(0, preset[kind])
    );
  }
  const names = [...new Set(asked)].filter((name) => name !== none);
  if (names.length > mostColumns) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Cannot show ${names.length} columns: expected at most ${mostColumns}`,
    );
  }
  return names.map(readColumn);
}

function readColumn(name: string): RunColumn {
  const [, kind, key] = /^(metrics|params)\.(.+)$/s.exec(name) ?? [];
  if (kind === "metrics" || kind === "params") return { kind, key };
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Cannot show the column '${name}': expected metrics.<key> or params.<key>`,
  );
}
