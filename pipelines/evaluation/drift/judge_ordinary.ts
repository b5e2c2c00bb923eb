/** What is flagged by us in months in which nothing happened, and with load put on top. */
import { judgeMeter, usualSite } from "../../../models/mod.ts";
import { type Flagged, flaggedMonths, type PlantedChange } from "./planted_changes.ts";
import { ORDINARY_MONTHS, YEAR_2018 } from "./study_days.ts";
import type { StudyMeter } from "./study_meters.ts";

/** Ordinary months of one part of the meters. */
export interface OrdinaryMonths {
  /** One entry per meter; load was put on one at a time. */
  readonly meters: readonly Flagged[];
  /** The site as a whole; load was put on all meters at once. */
  readonly site: Flagged;
  /** The change of a whole month, in ln, up to which each meter is not flagged for each month. */
  readonly limits: readonly number[];
}

/**
 * Judges every month of 2019 by 2018, as it is and with each change. Energy that is multiplied adds
 * a logarithm to the residual of the day.
 *
 * @param firstDay Day on which a change begins.
 */
export function judgeOrdinary(
  meters: readonly StudyMeter[],
  firstDay: (meterId: string, month: number, change: PlantedChange) => number,
): OrdinaryMonths {
  const residuals = meters.map(({ by2018 }) => by2018);
  const spans = ORDINARY_MONTHS.map((window) => ({ reference: YEAR_2018, window }));
  const usual = spans.map((span) => usualSite(residuals, span));
  return {
    meters: meters.map(({ meterId, by2018 }, meter) =>
      flaggedMonths((month, planted) => {
        const values = planted === undefined
          ? by2018
          : withChange(by2018, firstDay(meterId, month, planted), planted);
        return judgeMeter(usual[month], meter, values).verdict === "drift";
      })
    ),
    site: flaggedMonths((month, planted) => {
      if (planted === undefined) return usual[month].site?.verdict === "drift";
      const from = firstDay("site", month, planted);
      const all = residuals.map((values) => withChange(values, from, planted));
      return usualSite(all, spans[month]).site?.verdict === "drift";
    }),
    limits: usual.flatMap((site) => site.meters.map(({ limit }) => limit))
      .filter((limit) => !Number.isNaN(limit)),
  };
}

function withChange(values: Float64Array, from: number, { share, days }: PlantedChange) {
  return values.map((value, day) =>
    day >= from && day < from + days ? value + Math.log1p(share) : value
  );
}
