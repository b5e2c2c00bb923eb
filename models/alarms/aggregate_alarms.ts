/** Fewer and steadier alarms out of hours above a threshold. */

import { requireWhole } from "../detectors/require_whole.ts";
import type { LabelledRows } from "../event_runs.ts";

/** When an alarm starts, how long it lasts and how long it is quiet afterwards, in intervals. */
export interface AlarmRule {
  /** Intervals that are looked back on, the newest among them. @default {1} */
  readonly window?: number;
  /** Intervals of the window that must be anomalous for an alarm to start. @default {1} */
  readonly least?: number;
  /** Intervals that an alarm stays on after its last anomalous one. @default {0} */
  readonly hold?: number;
  /** Intervals after the last anomalous one of an alarm in which no other starts. @default {0} */
  readonly suppress?: number;
}

/**
 * Labels the rows at which an alarm is on, meter by meter: a rule in the manner of Merlion's
 * AggregateAlarms. An alarm starts at an anomalous row when, with it, `least` of the last `window`
 * intervals are anomalous. It stays on until more than `hold` intervals have passed since its last
 * anomalous row, so events no further apart become one; an anomalous row after a gap of one interval
 * belongs to it in any case, as in `eventRuns`. Then no alarm starts until more than
 * `suppress` intervals have passed since that row; a meter that stays odd is reported again
 * thereafter, as the quiet intervals count as evidence. With no option set, labels stay as they are.
 *
 * Causal: a row's label depends on rows at or before it. The rows that led to an alarm are not
 * labelled afterwards, so an alarm comes `least` − 1 anomalous intervals late. An interval that is
 * missing is not anomalous, passes as time, and cannot be labelled.
 *
 * @param rows In any order; `label` says which are anomalous, 0 where a score is missing.
 * @param intervalMs Length of an interval in milliseconds.
 * @returns One label per row, 1 where an alarm is on.
 * @throws {RangeError} When columns differ in length, the interval is not positive, a meter has two
 * rows of one time, or an option is no whole number of its range (`least` 1 … `window`).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = {
 *   meterId: new Array<string>(7).fill("a"),
 *   ts: Float64Array.of(0, 1, 2, 3, 4, 5, 6),
 *   label: Uint8Array.of(1, 0, 0, 1, 1, 0, 0),
 * };
 * const alarms = aggregateAlarms(rows, { window: 2, least: 2, hold: 1 }, 1);
 * assert.deepEqual([...alarms], [0, 0, 0, 0, 1, 1, 0]);
 * ```
 */
export function aggregateAlarms(
  { meterId, ts, label }: LabelledRows,
  rule: AlarmRule,
  intervalMs: number,
): Uint8Array {
  return alarmAggregator({ meterId, ts }, rule, intervalMs)(label);
}

/**
 * The same for many ways to label the same rows, which are put in order once only.
 *
 * @returns Takes one label per row and gives one back, as `aggregateAlarms` does.
 * @throws {RangeError} As `aggregateAlarms` does; for labels of another number when it is called.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = { meterId: ["a", "a", "a"], ts: Float64Array.of(0, 1, 2) };
 * const aggregate = alarmAggregator(rows, { window: 2, least: 2 }, 1);
 * assert.deepEqual([...aggregate(Uint8Array.of(1, 1, 0))], [0, 1, 0]);
 * assert.deepEqual([...aggregate(Uint8Array.of(0, 1, 1))], [0, 0, 1]);
 * ```
 */
export function alarmAggregator(
  { meterId, ts }: Pick<LabelledRows, "meterId" | "ts">,
  rule: AlarmRule,
  intervalMs: number,
): (label: Uint8Array) => Uint8Array {
  const { window = 1, least = 1, hold = 0, suppress = 0 } = rule;
  requireWhole("aggregate alarms", "least", least, 1);
  requireWhole("aggregate alarms", "window", window, least);
  requireWhole("aggregate alarms", "hold", hold, 0);
  requireWhole("aggregate alarms", "suppress", suppress, 0);
  requireRows({ meterId, ts }, intervalMs);
  const watched = { window, least, hold, suppress };
  const meters = [...Map.groupBy(meterId.keys(), (row) => meterId[row])].map(([id, rows]) => {
    rows.sort((a, b) => ts[a] - ts[b]);
    requireOneRowATime(id, rows, ts);
    return Uint32Array.from(rows);
  });

  return (label) => {
    if (label.length !== ts.length) {
      throw new RangeError(
        `Cannot aggregate alarms as each row must have a label: ${ts.length} rows, ${label.length} labels`,
      );
    }
    const alarms = new Uint8Array(label.length);
    for (const rows of meters) {
      const isOn = watchMeter(watched, intervalMs);
      for (const row of rows) alarms[row] = isOn(ts[row], label[row] === 1) ? 1 : 0;
    }
    return alarms;
  };
}

/** Says of one row after another, in ascending time, whether an alarm is on. */
function watchMeter(
  { window, least, hold, suppress }: Required<AlarmRule>,
  intervalMs: number,
): (now: number, anomalous: boolean) => boolean {
  // What `eventRuns` takes for one event is one alarm, too.
  const reach = (Math.max(hold, 1) + 1) * intervalMs;
  let recent: number[] = [];
  let last = -Infinity;

  return (now, anomalous) => {
    if (!anomalous) return now <= last + hold * intervalMs;
    recent = recent.filter((at) => at > now - window * intervalMs);
    recent.push(now);
    const goesOn = now <= last + reach;
    const starts = recent.length >= least && now > last + suppress * intervalMs;
    if (goesOn || starts) last = now;
    return goesOn || starts;
  };
}

function requireRows(
  { meterId, ts }: Pick<LabelledRows, "meterId" | "ts">,
  intervalMs: number,
): void {
  if (meterId.length !== ts.length) {
    throw new RangeError(
      `Cannot aggregate alarms of columns of different length: ${meterId.length} meters, ${ts.length} times`,
    );
  }
  if (!(intervalMs > 0)) {
    throw new RangeError(
      `Cannot aggregate alarms as the interval must be positive: current value is ${intervalMs}`,
    );
  }
}

function requireOneRowATime(id: string, rows: readonly number[], ts: Float64Array): void {
  const again = rows.find((row, i) => i > 0 && ts[row] === ts[rows[i - 1]]);
  if (again !== undefined) {
    const time = new Date(ts[again]).toISOString();
    throw new RangeError(`Cannot aggregate alarms as meter "${id}" has two rows of ${time}`);
  }
}
