/** All that watches a server: metrics, slow requests, log lines and payloads. */
import type { Payload, PayloadHour, PayloadLog, PayloadModel } from "../../pipelines/mod.ts";
import { isInShare } from "../releases/assignment.ts";
import { createMetrics, type Metrics, type RanBatch } from "./metrics.ts";
import { countModels, type ModelStatistics } from "./model_statistics.ts";
import { logLine } from "./request_log.ts";
import type { RequestRecord } from "./request_record.ts";
import { rememberSlowRequests, type SlowRequests } from "./slow_requests.ts";

/** Rows that a request had scored. */
export interface ScoredRows {
  readonly model: PayloadModel;
  /** What the model was given, rows × columns, row-major. */
  readonly features: Float32Array;
  /** In [0, 1], one per row. */
  readonly scores: ArrayLike<number>;
  /** 1 where the score reaches the threshold, else 0. */
  readonly labels: ArrayLike<number>;
  /** The hours that the rows are about; absent where features were sent ready-made. */
  readonly hours?: readonly PayloadHour[];
}

/** Watches the requests of a server. */
export interface Observations {
  readonly metrics: Metrics;
  readonly statistics: Pick<ModelStatistics, "of">;
  readonly slow: SlowRequests;
  /** Takes in a batch that has run. */
  ran(batch: RanBatch): void;
  /** Takes in an answered request. */
  answered(record: RequestRecord): void;
  /** Takes in the rows that a request had scored. */
  scored(requestId: string, rows: ScoredRows): void;
  /** Epoch milliseconds now. */
  readonly now: () => number;
  /** Milliseconds that only rise. */
  readonly clock: () => number;
}

/** What is written besides being counted. */
export interface ObservationsOptions {
  readonly now: () => number;
  readonly clock: () => number;
  /** Told of each request, one line of JSON. @default {no log} */
  readonly log?: (line: string) => void;
  /** Where a share of the scored rows is kept. @default {nowhere} */
  readonly payloads?: {
    readonly log: PayloadLog;
    /** In [0, 1]; which rows belong to it is told by meter and hour, or by request and place. */
    readonly share: number;
  };
}

/**
 * Starts to watch a server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lines: string[] = [];
 * const observations = createObservations({
 *   now: () => 0,
 *   clock: () => 0,
 *   log: (line) => void lines.push(line),
 * });
 * observations.answered({
 *   at: Date.UTC(2026, 0, 1),
 *   requestId: "r7",
 *   method: "GET",
 *   route: "/ping",
 *   status: 200,
 *   ms: 0.5,
 *   parts: {},
 * });
 * assert.equal(JSON.parse(lines[0]).request_id, "r7");
 * ```
 */
export function createObservations(
  { now, clock, log, payloads }: ObservationsOptions,
): Observations {
  const metrics = createMetrics();
  const statistics = countModels();
  const slow = rememberSlowRequests();
  return {
    metrics,
    statistics,
    slow,
    now,
    clock,
    ran(batch) {
      metrics.ran(batch);
      statistics.ran(batch);
    },
    answered(record) {
      const { route, method, status, ms } = record;
      metrics.answered({ route, method, status, seconds: ms / 1000 });
      statistics.answered(record);
      slow.add(record);
      log?.(logLine(record));
    },
    scored(requestId, rows) {
      const { name: model, version } = rows.model;
      metrics.scored({ model, version }, rows.scores, rows.labels);
      statistics.scored({ model, version }, rows.scores.length);
      if (payloads === undefined) return;
      payloads.log.add(rows.model, sample(rows, payloads.share, requestId, now()));
    },
  };
}

function sample(
  { model, features, scores, labels, hours }: ScoredRows,
  share: number,
  requestId: string,
  receivedAt: number,
): Payload[] {
  const width = model.columns.length;
  const taken: Payload[] = [];
  for (let row = 0; row < scores.length; row++) {
    const hour = hours?.[row];
    const key = hour === undefined ? `${requestId} ${row}` : `${hour.meterId} ${hour.ts}`;
    if (!isInShare(key, share)) continue;
    taken.push({
      receivedAt,
      ...(hour === undefined ? {} : { hour }),
      features: features.slice(row * width, (row + 1) * width),
      score: scores[row],
      label: labels[row],
    });
  }
  return taken;
}
