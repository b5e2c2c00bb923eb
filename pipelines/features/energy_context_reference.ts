/** The view `energy_context` again, as plain loops; used by tests alone, to hold the SQL to. */
import type { ReferenceProfile } from "./energy_reference.ts";
import { figures, mean, type ReferenceResidual } from "./energy_residual_reference.ts";
import type { ReferenceUsual } from "./energy_usual_reference.ts";

const HOUR_MS = 3_600_000;
/** Hours that a run is followed back. */
const LONGEST_RUN = 168;

/**
 * The context features of the last of some hours, by name; `NaN` is missing.
 *
 * @param hours Hours of one meter, ascending, up to the one in question.
 * @param usual What is usual for its days when the day of that hour begins.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { referenceResiduals } from "./energy_residual_reference.ts";
 * import { referenceUsual } from "./energy_usual_reference.ts";
 * const hour = { ts: 0, kwh: 1, logLoad: 2, localTs: 0, day: 0 };
 * const profile = { usualWeek: 1, usualDay: 1, usualKind: 0, scale: 0.5, loadScale: 1, usualVariability: 1 };
 * const hours = referenceResiduals([hour], new Map([[hour, profile]]));
 * const features = referenceContext(hours, profile, referenceUsual(hours, 0));
 * assert.deepEqual([features.residual_kind, features.residual_night_24h], [4, 2]);
 * ```
 */
export function referenceContext(
  hours: readonly ReferenceResidual[],
  { scale, loadScale }: ReferenceProfile,
  usual: ReferenceUsual,
): Record<string, number> {
  const at = hours[hours.length - 1];
  const last = (length: number) => hours.filter(({ ts }) => ts > at.ts - length * HOUR_MS);
  const during = (length: number, from: number, until: number) =>
    mean(
      last(length).filter(({ clock }) => clock >= from && clock < until)
        .map(({ residual }) => residual),
    );
  const [day, days, week] = [24, 72, 168].map((length) => figures(last(length)));
  const unusual = (value: number, name: string, unit = scale) =>
    (value - usual[`${name}_median`]) / Math.max(usual[`${name}_spread`], 0.05 * unit);
  return {
    residual_kind: at.residualKind / scale,
    residual_kind_ratio: at.residualKind / Math.max(usual.abs_median, 0.02 * scale),
    above_high_load: (at.kwh - usual.high_load) / loadScale,
    unusual_excess: unusual(at.excess, "excess", loadScale),
    residual_mean_168h: mean(last(168).map(({ residual }) => residual)) / scale,
    residual_abs_24h: day.abs / scale,
    residual_kind_abs_24h: day.kindAbs / scale,
    residual_sd_24h: day.sd / scale,
    residual_min_24h: day.least / scale,
    residual_max_24h: day.largest / scale,
    residual_min_168h: week.least / scale,
    residual_max_168h: week.largest / scale,
    residual_night_24h: during(24, 0, 6) / scale,
    residual_night_72h: during(72, 0, 6) / scale,
    residual_day_24h: during(24, 8, 20) / scale,
    match_24h: day.match,
    match_72h: days.match,
    swing_24h: day.swing,
    swing_168h: week.swing,
    shift_gain_24h: day.gain / scale,
    shift_gain_72h: days.gain / scale,
    unusual_abs_24h: unusual(day.abs, "abs"),
    unusual_kind_abs_24h: unusual(day.kindAbs, "kind_abs"),
    unusual_sd_24h: unusual(day.sd, "sd"),
    unusual_lowest_24h: unusual(day.lowest, "lowest"),
    unusual_match_24h: unusual(day.match, "match", 1),
    unusual_gain_24h: unusual(day.gain, "gain"),
    unusual_gain_72h: unusual(days.gain, "gain_3d"),
    run_surprise: usual.repeat_surprise * (runLength(last(LONGEST_RUN)) - 1),
    repeat_share_7d: usual.repeat_share_7d,
    load_spread: scale,
  };
}

/** Hours up to the last one since a load was not the one before. */
function runLength(hours: readonly ReferenceResidual[]): number {
  const start = hours.findLast(({ repeats }) => !repeats);
  return start === undefined ? LONGEST_RUN : (hours[hours.length - 1].ts - start.ts) / HOUR_MS + 1;
}
