/** How often meters are flagged without cause, and how soon with one: the drift study. */
import { quantile } from "../../../models/mod.ts";
import type { Database } from "../../../data/duckdb/mod.ts";
import type { Progress } from "../../progress.ts";
import { type Reported, withIntervals } from "../reported_figures.ts";
import { type ClosureFlags, type ClosureMeter, judgeClosure } from "./judge_closure.ts";
import { judgeOrdinary } from "./judge_ordinary.ts";
import { judgePresets } from "./judge_presets.ts";
import { type Flagged, perPlanted, plantedFrom, type PlantedName } from "./planted_changes.ts";
import { ORDINARY_MONTHS } from "./study_days.ts";
import { readStudyMeters, type StudyMeter, type StudyParts } from "./study_meters.ts";

/** Days of closure within which a flag is in time. */
const IN_TIME = 7;

const NONE: Reported<"in_time" | "flagged"> = {
  in_time: null,
  in_time_ci: [null, null],
  flagged: null,
  flagged_ci: [null, null],
};

/**
 * Shares of the meter-months that are flagged, with 95 % intervals over meters: `false_alarms` as
 * they were, others by the name of the change that was planted.
 */
export type FlaggedShares = Reported<"false_alarms" | PlantedName>;

/** The figures of one part of the meters. */
export interface PartFigures {
  readonly meters: readonly string[];
  readonly meter_months: number;
  /** Ours first, then the presets by `<preset>_<reference>`. */
  readonly judges: Readonly<Record<string, FlaggedShares>>;
  /** The change of a month that half of the meter-months are flagged from on, a share. */
  readonly median_limit: number | null;
  /** Months in which the site as a whole was flagged; load was put on all its meters. */
  readonly site: Flagged;
  readonly closure: Reported<"in_time" | "flagged"> & {
    /** Meters that really changed: `in_time` and `flagged` are shares of them. */
    readonly really_changed: number;
    /** Days of closure at the first flag, a median over them. */
    readonly median_days: number | null;
    readonly site: ClosureFlags["site"];
    readonly meters: readonly ClosureMeter[];
  };
}

/** The drift study as plain JSON. */
export interface DriftStudy {
  readonly dataset: string;
  readonly dataset_digest: string;
  readonly seed: number;
  /** Figures to quote: no choice was made by looking at these meters. */
  readonly held_out: PartFigures;
  /** The meters by which lengths and limits were chosen. */
  readonly development: PartFigures;
}

/**
 * Runs the study on the Cambridge meters. `seed` draws the days of planted changes and the
 * intervals.
 *
 * What counts as a false alarm may be a change that happened and nobody told of. Hours in which the
 * quality checks found something wrong are left out for all judges; the checks saw all years.
 *
 * @param db Holds the relations `readings`, `meters`, `weather` and `issues` of 2018 to May 2020.
 */
export async function driftStudy(
  db: Database,
  { dataset, digest, seed }: {
    readonly dataset: string;
    readonly digest: string;
    readonly seed: number;
  },
  progress: Progress,
): Promise<DriftStudy> {
  const parts: StudyParts = await progress.step(
    "baselines",
    (onProgress) => readStudyMeters(db, onProgress),
  );
  const judge = (name: keyof StudyParts) =>
    progress.step(`judge ${name.replace("_", " ")} meters`, () => partFigures(parts[name], seed));
  return {
    dataset,
    dataset_digest: digest,
    seed,
    held_out: await judge("held_out"),
    development: await judge("development"),
  };
}

/**
 * The figures of one part of the meters, each judged with the others of it as siblings.
 *
 * @param meters At least one.
 */
export function partFigures(meters: readonly StudyMeter[], seed: number): PartFigures {
  const firstDay: Parameters<typeof judgeOrdinary>[1] = (label, month, change) =>
    plantedFrom(ORDINARY_MONTHS[month], change, seed, label);
  const ordinary = judgeOrdinary(meters, firstDay);
  const judges = { ours: ordinary.meters, ...judgePresets(meters, firstDay) };
  const limits = Float64Array.from(ordinary.limits).sort();
  return {
    meters: meters.map(({ meterId }) => meterId),
    meter_months: meters.length * ORDINARY_MONTHS.length,
    judges: Object.fromEntries(
      Object.entries(judges).map(([name, flags]) => [name, withIntervals(flags, shares, seed)]),
    ),
    median_limit: limits.length === 0 ? null : Math.expm1(quantile(limits, 0.5)),
    site: ordinary.site,
    closure: closureFigures(judgeClosure(meters), seed),
  };
}

function shares(meters: readonly Flagged[]): Record<"false_alarms" | PlantedName, number> {
  const months = meters.reduce((sum, meter) => sum + meter.months, 0);
  const share = (count: (meter: Flagged) => number) =>
    meters.reduce((sum, meter) => sum + count(meter), 0) / months;
  return {
    false_alarms: share(({ ordinary }) => ordinary),
    ...perPlanted(({ name }) => share(({ planted }) => planted[name])),
  };
}

function closureFigures({ meters, site }: ClosureFlags, seed: number): PartFigures["closure"] {
  const changed = meters.filter(({ really_changed }) => really_changed);
  const days = Float64Array.from(changed.flatMap((meter) => meter.days ?? [])).sort();
  const flagged = (drawn: readonly ClosureMeter[]) => ({
    in_time: drawn.filter((meter) => meter.days !== null && meter.days <= IN_TIME).length /
      drawn.length,
    flagged: drawn.filter((meter) => meter.days !== null || meter.lasting).length / drawn.length,
  });
  return {
    ...(changed.length === 0 ? NONE : withIntervals(changed, flagged, seed)),
    really_changed: changed.length,
    median_days: days.length === 0 ? null : quantile(days, 0.5),
    site,
    meters,
  };
}
