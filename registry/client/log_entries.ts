/** What waits to be logged, in order, and how it is cut into requests. */

import type { Batch } from "./log_batch.ts";
import type { Metric } from "./metric.ts";

/** One thing that a run logs. */
export type LogEntry =
  | { readonly kind: "metric"; readonly metric: Metric }
  | { readonly kind: "param" | "tag"; readonly key: string; readonly value: string };

/** The most that MLflow takes in one request, of each kind and of all together. */
export const requestLimits = { metric: 1000, param: 100, tag: 100, all: 1000 } as const;

/**
 * The first entries that one request can hold, none of them before an earlier one.
 *
 * A request cannot hold a parameter with two values. It ends before the second one, so that the
 * server decides.
 *
 * @returns The request, and how many entries it holds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const metric = { key: "loss", value: 0.5, timestamp: 0, step: 0 };
 * assert.deepEqual(firstBatch([{ kind: "metric", metric }, { kind: "tag", key: "a", value: "b" }]), {
 *   batch: { metrics: [metric], params: {}, tags: { a: "b" } },
 *   count: 2,
 * });
 * ```
 */
export function firstBatch(entries: readonly LogEntry[]): { batch: Batch; count: number } {
  const metrics: Metric[] = [];
  const pairs = { param: new Map<string, string>(), tag: new Map<string, string>() };
  let count = 0;
  for (const entry of entries) {
    if (count === requestLimits.all) break;
    if (entry.kind === "metric") {
      metrics.push(entry.metric);
    } else {
      const { kind, key, value } = entry;
      const present = pairs[kind].get(key);
      if (kind === "param" && present !== undefined && present !== value) break;
      if (present === undefined && pairs[kind].size === requestLimits[kind]) break;
      pairs[kind].set(key, value);
    }
    count++;
  }
  const params = Object.fromEntries(pairs.param);
  return { batch: { metrics, params, tags: Object.fromEntries(pairs.tag) }, count };
}
