/** The view `energy_usual` again, as plain loops; used by tests alone, to hold the SQL to. */
import { figures, type ReferenceResidual } from "./energy_residual_reference.ts";

/** Days of history that a median needs. */
const LEAST_DAYS = 14;
const FIGURES = ["abs", "kindAbs", "sd", "lowest", "match", "gain", "excess"] as const;

/** What is usual for the days of a meter when one of them begins, by name; `NaN` is missing. */
export type ReferenceUsual = Readonly<Record<string, number>>;

/**
 * What the days of a meter before `today` say of it.
 *
 * @param hours Hours of one meter, with and after `today`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(Number.isNaN(referenceUsual([], 0).abs_median));
 * ```
 */
export function referenceUsual(hours: readonly ReferenceResidual[], today: number): ReferenceUsual {
  const byDay = Map.groupBy(hours, ({ day }) => day);
  const between = (first: number, last: number) =>
    [...byDay.keys()].filter((day) => day >= today - first && day <= today - last);
  const daily = between(56, 2).map((day) => byDay.get(day)!);
  const threeDays = between(56, 4).map((day) =>
    hours.filter((hour) => hour.day <= day && hour.day > day - 3)
  );
  const singles = daily.map(figures);
  const highest = daily.map((day) => Math.max(...day.map(({ kwh }) => kwh)));
  const [weeks, week] = [56, 7].map((days) =>
    between(days, 1).flatMap((day) => byDay.get(day)!).filter(({ kwh }) => kwh !== 0)
  );
  const repeats = (loads: readonly ReferenceResidual[]) =>
    loads.filter(({ repeats }) => repeats).length;
  return {
    ...Object.fromEntries(
      FIGURES.flatMap((name) =>
        Object.entries(spreadOf(snake(name), singles.map((figure) => figure[name])))
      ),
    ),
    ...spreadOf("gain_3d", threeDays.map((days) => figures(days).gain)),
    high_load: highest.length < LEAST_DAYS ? NaN : quantile(highest, 0.9),
    repeat_surprise: between(56, 1).length === 0
      ? NaN
      : -Math.log((repeats(weeks) + 1) / (weeks.length + 2)),
    repeat_share_7d: repeats(week) / week.length,
  };
}

function spreadOf(name: string, days: readonly number[]): Record<string, number> {
  const known = days.filter((value) => !Number.isNaN(value));
  const enough = known.length < LEAST_DAYS ? NaN : 1;
  return {
    [`${name}_median`]: enough * quantile(known, 0.5),
    [`${name}_spread`]: enough * (quantile(known, 0.9) - quantile(known, 0.1)),
  };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Linear between the two nearest ranks; `NaN` of none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - low);
}
