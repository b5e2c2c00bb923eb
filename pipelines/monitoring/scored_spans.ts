/** What the model says of the window and of the stretches of the reference that it is measured by. */
import { readFeatures, selectionCondition } from "../features/mod.ts";
import { chunksOf, spansTable } from "./chunks.ts";
import type { MonitoringInput, Span } from "./section.ts";

/** Hours to score at most: some ten seconds on one core. */
const MOST_ROWS = 400_000;
/** As many stretches of the reference are kept before meters are left out. */
const KEPT_CHUNKS = 12;

/** Scored hours of a span, by meter and time. */
export interface ScoredSpan extends Span {
  readonly meterIds: readonly string[];
  /** Epoch milliseconds. */
  readonly ts: Float64Array;
  readonly score: Float32Array;
  /** 1 = reported as anomalous, else 0. */
  readonly label: Uint8Array;
}

/** The scored hours with a full history. */
export interface ScoredSpans {
  /** Stretches of the reference of the window's length, in ascending time. */
  readonly chunks: readonly ScoredSpan[];
  readonly window: ScoredSpan;
  /** Meters that have such hours in the window or a chunk. */
  readonly meters: number;
  /** Those of them that were scored. */
  readonly scoredMeters: number;
}

const known = new WeakMap<MonitoringInput, Promise<ScoredSpans>>();

/**
 * Scores the hours of the window and of the reference that have a full history, with the session of
 * the model: a batch scoring may be of another model, or of an earlier time. Several sections look
 * at the same scores, so they are computed once per input.
 *
 * At most 400,000 hours are scored: the earliest stretches of the reference are left out first, down
 * to twelve, then meters, those with the highest MD5 of their id, which are a random choice that
 * stays. A meter that is scored is scored whole, or its alerts could not be counted.
 *
 * @param onProgress Called with the done share, from 0 to 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { plannedWeeks } from "./planned_weeks_fixture.ts";
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.5, 0] });
 * const { chunks, window } = await scoredSpans(weeks.input);
 * assert.deepEqual([chunks.length, window.score[0], window.label[0]], [6, 0.5, 0]);
 * ```
 */
export function scoredSpans(
  input: MonitoringInput,
  onProgress?: (fraction: number) => void,
): Promise<ScoredSpans> {
  const before = known.get(input);
  if (before !== undefined) return before;
  const scored = scoreSpans(input, onProgress);
  known.set(input, scored);
  return scored;
}

async function scoreSpans(
  input: MonitoringInput,
  onProgress?: (fraction: number) => void,
): Promise<ScoredSpans> {
  const { db, model, window } = input;
  const all = [...chunksOf(input), window];
  const hours = await db.rows<{ meter_id: string; n: number; rows: number }>(`
    SELECT meter_id, n, count(*) AS rows
    FROM features JOIN ${spansTable(all)} ON ts >= start AND ts < stop
    WHERE ${selectionCondition({ complete: true })}
    GROUP BY meter_id, n ORDER BY md5(meter_id), meter_id, n`);
  const total = (from: number) =>
    hours.reduce((sum, { n, rows }) => n >= from ? sum + rows : sum, 0);
  let first = 0;
  while (total(first) > MOST_ROWS && all.length - 1 - first > KEPT_CHUNKS) first++;
  const kept = hours.filter(({ n }) => n >= first);
  const meters = [...Map.groupBy(kept, ({ meter_id }) => meter_id)].map(([id, own]) => ({
    id,
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
  }));
  let taken = 0;
  const chosen = meters.filter(({ rows }, i) => {
    taken += rows;
    return i === 0 || taken <= MOST_ROWS;
  }).map(({ id }) => id);

  // The chunks follow one another, so one read serves them all: features lie by meter, and every
  // read passes over all of them.
  const chunks = all.slice(first, -1);
  const scored = async (spans: readonly Span[], told: (fraction: number) => void) => {
    if (spans.length === 0) return [];
    const { x, meterIds, ts } = await readFeatures(db, model.columns, {
      meterIds: chosen,
      from: spans[0].from,
      until: spans[spans.length - 1].to,
      complete: true,
    });
    const { score, label } = await model.session.score(x, { onProgress: told });
    return divide({ meterIds, ts, score, label }, spans);
  };
  const share = chunks.length / (chunks.length + 1);
  const before = await scored(chunks, (fraction) => onProgress?.(share * fraction));
  const [current] = await scored(
    [window],
    (fraction) => onProgress?.(share + (1 - share) * fraction),
  );
  return {
    chunks: before,
    window: current,
    meters: meters.length,
    scoredMeters: chosen.length,
  };
}

/** The rows of each span, in their order; the spans follow one another and are of one length. */
function divide(
  { meterIds, ts, score, label }: Omit<ScoredSpan, keyof Span>,
  spans: readonly Span[],
): ScoredSpan[] {
  const [{ from, to }] = spans;
  const rows = spans.map((): number[] => []);
  ts.forEach((at, row) => rows[Math.floor((at - from) / (to - from))].push(row));
  return spans.map((span, n) => ({
    ...span,
    meterIds: rows[n].map((row) => meterIds[row]),
    ts: Float64Array.from(rows[n], (row) => ts[row]),
    score: Float32Array.from(rows[n], (row) => score[row]),
    label: Uint8Array.from(rows[n], (row) => label[row]),
  }));
}
