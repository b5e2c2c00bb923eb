/** The meters of the drift study: two parts, their loads and what a year expects of the next. */
import type { Database } from "../../../data/duckdb/mod.ts";
import {
  dailyResiduals,
  type DaySpan,
  deriveSeed,
  fitLoadBaseline,
  type MeterHours,
} from "../../../models/mod.ts";
import { eachMeterHours, type HourlyMeter, hourlyMeters } from "../../load_drift/meter_hours.ts";
import { FIRST_DAY, LAST_DAY, YEAR_2018, YEAR_2019 } from "./study_days.ts";

/** A meter of the study. */
export interface StudyMeter {
  readonly meterId: string;
  /** Sound hours; day 0 is 1 January 2018. */
  readonly hours: MeterHours;
  /** ln(energy / expected) per day, by the baseline of 2018 and by that of 2019. */
  readonly by2018: Float64Array;
  readonly by2019: Float64Array;
}

/** The parts: choices were made by looking at one, figures are those of the other. */
export interface StudyParts {
  readonly development: readonly StudyMeter[];
  readonly held_out: readonly StudyMeter[];
}

/** Reads what b71 reads (correlation 1.000 in every year), by which choices were made. */
const TWIN = "b70";
/** Limits and lengths were chosen on the meters that this seed draws: it is none to change. */
const SPLIT_SEED = 7;

/**
 * Whether meters are for development: of all ids the half whose drawn numbers are lowest.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const half = developmentMeters(["a", "b", "c", "d", "e"]);
 * assert.equal(half.size, 2);
 * ```
 */
export function developmentMeters(meterIds: readonly string[]): ReadonlySet<string> {
  const drawn = meterIds
    .map((id) => ({ id, number: deriveSeed(SPLIT_SEED, `development ${id}`) }))
    .sort((a, b) => a.number - b.number);
  return new Set(drawn.slice(0, Math.floor(meterIds.length / 2)).map(({ id }) => id));
}

/**
 * Reads the meters of a dataset that covers 2018 to May 2020 and fits their baselines. One that
 * reads the same as another is left out.
 *
 * @param db Holds the relations `readings`, `meters`, `weather` and `issues`.
 */
export async function readStudyMeters(
  db: Database,
  onProgress?: (fraction: number) => void,
): Promise<StudyParts> {
  const meters = (await hourlyMeters(db)).filter(({ meterId }) => meterId !== TWIN);
  const development = developmentMeters(meters.map(({ meterId }) => meterId));
  const all: StudyMeter[] = [];
  await eachMeterHours(
    db,
    meters,
    { days: { from: FIRST_DAY, to: LAST_DAY }, until: LAST_DAY * 86_400_000 },
    (hours, place) => void all.push(studyMeter(meters[place], hours)),
    onProgress,
  );
  return {
    development: all.filter(({ meterId }) => development.has(meterId)),
    held_out: all.filter(({ meterId }) => !development.has(meterId)),
  };
}

function studyMeter({ meterId }: HourlyMeter, hours: MeterHours): StudyMeter {
  const residuals = (year: DaySpan) =>
    dailyResiduals(hours, fitLoadBaseline(hours, year), LAST_DAY - FIRST_DAY).residuals;
  return { meterId, hours, by2018: residuals(YEAR_2018), by2019: residuals(YEAR_2019) };
}
