/** Which meters and sites of a dataset have changed in a window. */
import type { Database } from "../../data/duckdb/mod.ts";
import {
  changeAt,
  columnSample,
  dailyResiduals,
  driftTests,
  fitLoadBaseline,
  judgeMeter,
  level,
  type LevelDrift,
  type MeterDays,
  type MeterHours,
  referenceColumn,
  stepDay,
  usualSite,
} from "../../models/mod.ts";
import { type Days, daysOf, eachMeterHours, hourlyMeters } from "./meter_hours.ts";

const DAY_MS = 86_400_000;
/**
 * Days of the reference that count, the last ones: a year, and so many more that changes are known
 * of the same season of the year before.
 */
const MOST_DAYS = 365 + 49;
/** Days of a judged week, and of what it is compared with. */
const WEEK = 7;
const BEFORE = 28;

/** A meter in the window. */
export interface JudgedMeter {
  readonly meterId: string;
  readonly siteId: string;
  readonly verdict: LevelDrift["verdict"];
  /** ISO date of the day at whose end it was first flagged; null where it was not. */
  readonly flagged: string | null;
  /** ISO date of the day from which on its level is another one; null where it was not flagged. */
  readonly since: string | null;
  /** Share by which the load has changed, for a sudden change at its strongest; null if unknown. */
  readonly change: number | null;
  /** The same in kWh per day. */
  readonly kwhPerDay: number | null;
  /** Share up to which the load of a whole window may change, beyond its siblings. */
  readonly limit: number | null;
  /** What sampling alone makes of that. */
  readonly floor: number | null;
  /** Population stability index of the raw hourly loads against the reference's; null if unknown. */
  readonly rawPsi: number | null;
}

/** A site of five meters or more in the window. */
export interface JudgedSite {
  readonly siteId: string;
  readonly meters: number;
  /** `unknown` also where the reference has not seen the season in another year. */
  readonly verdict: LevelDrift["verdict"];
  readonly flagged: string | null;
  /** Share by which the load of its median meter has changed. */
  readonly change: number | null;
}

/** What was found. */
export interface JudgedMeters {
  /** In the order of the ids. */
  readonly meters: readonly JudgedMeter[];
  readonly sites: readonly JudgedSite[];
}

/** A span of time, epoch milliseconds, the end exclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is left of a meter when its hours are gone. */
interface KeptMeter extends MeterDays {
  readonly rawPsi: number | null;
}

/**
 * Judges the load of every meter that is read hourly by what calendar, weather and siblings do not
 * explain. At most the last 414 days of the reference count. Days are those of the meter's clock
 * that have the dates of window and reference.
 *
 * @param db Holds the relations `readings`, `meters`, `weather` and `issues`.
 */
export async function judgeMeters(
  db: Database,
  { reference, window }: { readonly reference: Span; readonly window: Span },
  onProgress?: (fraction: number) => void,
): Promise<JudgedMeters> {
  const judged = daysOf(window);
  const { from, to } = daysOf(reference);
  const days: Days = { from: Math.max(from, to - MOST_DAYS), to: judged.to };
  const spans = {
    reference: { from: 0, to: to - days.from },
    window: { from: judged.from - days.from, to: judged.to - days.from },
  };
  const meters = await hourlyMeters(db);
  const kept: KeptMeter[] = [];
  await eachMeterHours(db, meters, { days, until: window.to }, (hours) => {
    kept.push({
      ...dailyResiduals(hours, fitLoadBaseline(hours, spans.reference), days.to - days.from),
      rawPsi: rawPsi(hours, spans),
    });
  }, onProgress);
  const date = (day: number) => new Date((days.from + day) * DAY_MS).toISOString().slice(0, 10);
  const sites: JudgedSite[] = [];
  const found: JudgedMeter[] = [];
  const places = Map.groupBy(meters.keys(), (place) => meters[place].siteId);
  for (const [siteId, members] of places) {
    const usual = usualSite(members.map((place) => kept[place].residuals), spans);
    if (usual.site !== undefined) {
      const { verdict, suddenDay, lasting, change } = usual.site;
      sites.push({
        siteId,
        meters: members.length,
        verdict,
        flagged: flaggedOn({ suddenDay, lasting }, spans.window, date),
        change: shareOf(change),
      });
    }
    members.forEach((place, member) => {
      const drift = judgeMeter(usual, member, kept[place].residuals);
      found[place] = {
        meterId: meters[place].meterId,
        siteId,
        verdict: drift.verdict,
        flagged: flaggedOn(drift, spans.window, date),
        ...amount(kept[place], drift, spans.window, date),
        limit: shareOf(drift.limit),
        floor: shareOf(drift.floor),
        rawPsi: kept[place].rawPsi,
      };
    });
  }
  return { meters: found, sites: sites.sort((a, b) => a.siteId < b.siteId ? -1 : 1) };
}

function flaggedOn(
  { suddenDay, lasting }: Pick<LevelDrift, "suddenDay" | "lasting">,
  window: Days,
  date: (day: number) => string,
): string | null {
  if (suddenDay !== undefined) return date(suddenDay);
  return lasting ? date(window.to - 1) : null;
}

/** Since when, and by how much. */
function amount(
  { residuals, expectedKwh }: MeterDays,
  { suddenDay, verdict, change }: LevelDrift,
  window: Days,
  date: (day: number) => string,
): Pick<JudgedMeter, "since" | "change" | "kwhPerDay"> {
  const changed = suddenDay === undefined ? change : strongest(residuals, suddenDay, window.to);
  // A change is found in the week that ends with its flag and the weeks before, or in the window.
  const end = suddenDay === undefined ? window.to : suddenDay + 1;
  const start = suddenDay === undefined ? window.from - BEFORE : end - WEEK - BEFORE;
  const since = verdict === "drift" ? stepDay(residuals, start, end) : undefined;
  const expected = expectedKwh.subarray(window.from, window.to).filter((kwh) => !Number.isNaN(kwh));
  const usual = expected.reduce((sum, kwh) => sum + kwh, 0) / expected.length *
    Math.exp(level(residuals, window.from - BEFORE, window.from));
  const kwhPerDay = usual * Math.expm1(changed);
  return {
    since: since === undefined ? null : date(since),
    change: shareOf(changed),
    kwhPerDay: Number.isNaN(kwhPerDay) ? null : kwhPerDay,
  };
}

/** The largest change of a week that ends on the day or later in the window. */
function strongest(residuals: Float64Array, day: number, end: number): number {
  let most = 0;
  for (let last = day; last < end; last++) {
    const change = changeAt(residuals, last + 1 - WEEK, last + 1);
    if (Math.abs(change) > Math.abs(most)) most = change;
  }
  return most;
}

/** The share of a change of logarithms. */
function shareOf(change: number): number | null {
  return Number.isNaN(change) ? null : Math.expm1(change);
}

function rawPsi(
  { days, kwh }: MeterHours,
  { reference, window }: { readonly reference: Days; readonly window: Days },
): number | null {
  const loads = ({ from, to }: Days) =>
    Float64Array.from(kwh).filter((_, row) => days[row] >= from && days[row] < to);
  const [before, now] = [loads(reference), loads(window)];
  if (before.length === 0 || now.length === 0) return null;
  return driftTests.psi.compute(referenceColumn("kwh", before), columnSample(now));
}
