/** Whether and when the closure of March 2020 was flagged. */
import { judgeMeter, usualSite } from "../../../models/mod.ts";
import { closureEffect } from "./really_changed.ts";
import { CLOSURE, CLOSURE_DAY, dateOf, YEAR_2019 } from "./study_days.ts";
import type { StudyMeter } from "./study_meters.ts";

/** One meter in the closure. */
export interface ClosureMeter {
  readonly meter: string;
  /** By its weekly energy, whatever was flagged. */
  readonly really_changed: boolean;
  /** Share by which its energy changed, beyond the year before; null where weeks are missing. */
  readonly change: number | null;
  /** ISO date of the day at whose end it was first flagged; null where it was not. */
  readonly flagged: string | null;
  /** Days of closure that were seen by then, 0 or less before 23 March; null as above. */
  readonly days: number | null;
  /** Whether April and May as a whole were flagged: known at the end of May only. */
  readonly lasting: boolean;
}

/** The closure of one part of the meters. */
export interface ClosureFlags {
  readonly meters: readonly ClosureMeter[];
  /** As of a meter: the site as a whole. */
  readonly site: Pick<ClosureMeter, "flagged" | "days">;
}

/**
 * Judges the days from 16 March to 31 May 2020 by 2019. The day of the first flag is found with
 * what was known at its end.
 */
export function judgeClosure(meters: readonly StudyMeter[]): ClosureFlags {
  const residuals = meters.map(({ by2019 }) => by2019);
  const usual = usualSite(residuals, { reference: YEAR_2019, window: CLOSURE });
  return {
    meters: meters.map(({ meterId, hours, by2019 }, meter) => {
      const { effect, reallyChanged } = closureEffect(hours);
      const { suddenDay, lasting } = judgeMeter(usual, meter, by2019);
      return {
        meter: meterId,
        really_changed: reallyChanged,
        change: Number.isNaN(effect) ? null : Math.expm1(effect),
        ...flagOn(suddenDay),
        lasting,
      };
    }),
    site: flagOn(usual.site?.suddenDay),
  };
}

function flagOn(day: number | undefined): Pick<ClosureMeter, "flagged" | "days"> {
  return day === undefined
    ? { flagged: null, days: null }
    : { flagged: dateOf(day), days: day - CLOSURE_DAY + 1 };
}
