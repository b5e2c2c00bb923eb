/** Puts the planned faults into the readings of each meter. */
import {
  type FaultName,
  faults as everyFault,
  type InjectedReadings,
  injectFaults,
  type ReadingColumns,
} from "../../data/mod.ts";
import type { FaultyMeter } from "./plan_faults.ts";

/**
 * Injects into each meter its number of faults, none before its first time.
 *
 * Meters with the same number of faults are injected together, so that every kind comes about
 * equally often and one can get the readings of another.
 *
 * @param readings Readings of the planned meters by meter and time; all of them, as features need
 *   those before the first fault too.
 * @param crowded Whether faults that find no place among the others are left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ts = Float64Array.from({ length: 2_000 }, (_, hour) => hour * 3_600_000);
 * const readings = { meterId: new Array(2_000).fill("a"), ts, kwh: ts.map((_, i) => i % 24) };
 * const { faults } = injectPlan(readings, [{ meterId: "a", from: 0, faults: 1 }], 7);
 * assert.deepEqual(faults.map(({ meterId }) => meterId), ["a"]);
 * ```
 */
export function injectPlan(
  readings: ReadingColumns,
  plan: readonly FaultyMeter[],
  seed: number,
  crowded = false,
): InjectedReadings {
  const kwh = readings.kwh.slice();
  const label = new Uint8Array(kwh.length);
  const groups = [...Map.groupBy(plan, ({ faults }) => faults)].sort(([a], [b]) => b - a);
  const faults = groups.flatMap(([eventsPerMeter, meters], group) => {
    const from = new Map(meters.map((meter) => [meter.meterId, meter.from]));
    const rows = readings.meterId.flatMap((id, row) =>
      readings.ts[row] >= (from.get(id) ?? Infinity) ? [row] : []
    );
    const series = {
      meterId: rows.map((row) => readings.meterId[row]),
      ts: Float64Array.from(rows, (row) => readings.ts[row]),
      kwh: Float64Array.from(rows, (row) => readings.kwh[row]),
    };
    const injected = injectFaults(series, {
      // Each group has a shuffled deck of its own.
      seed: seed + group,
      eventsPerMeter,
      faults: kindsFor(series),
      crowded,
    });
    rows.forEach((row, i) => {
      kwh[row] = injected.kwh[i];
      label[row] = injected.label[i];
    });
    return injected.faults;
  });
  return { kwh, label, faults };
}

/** A swap takes two meters that were read at the same time for the better part of it. */
function kindsFor({ meterId, ts }: ReadingColumns): FaultName[] {
  const spans = [...Map.groupBy(ts.keys(), (row) => meterId[row]).values()]
    .map((rows) => [ts[rows[0]], ts[rows[rows.length - 1]]]);
  const [starts, ends] = [spans.map(([start]) => start), spans.map(([, end]) => end)];
  const shared = Math.min(...ends) - Math.max(...starts);
  const whole = Math.max(...ends) - Math.min(...starts);
  return (Object.keys(everyFault) as FaultName[])
    .filter((name) => name !== "meter_swap" || (spans.length > 1 && shared > whole / 2));
}
