/** What the presets of the drift libraries flag: tests of raw loads against fixed limits. */
import {
  columnSample,
  type DriftTestName,
  driftTests,
  referenceColumn,
} from "../../../models/mod.ts";
import { dayRows } from "./day_rows.ts";
import { type Flagged, flaggedMonths, type PlantedChange } from "./planted_changes.ts";
import { ORDINARY_MONTHS, YEAR_2018 } from "./study_days.ts";
import type { StudyMeter } from "./study_meters.ts";

/** Days of a year, and those to either side of the same season of the year before. */
const YEAR = 365;
const SEASON = 28;

/** A test with its usual limit. */
interface Preset {
  readonly name: string;
  readonly test: DriftTestName;
  /** `null`: significant at 5 %, that is above the test's no-change floor. */
  readonly limit: number | null;
}

/**
 * Textbooks' and Evidently's: its default for more than 1000 reference rows is Wasserstein over the
 * standard deviation with 0.1, for fewer Kolmogorov-Smirnov with p < 0.05.
 */
const PRESETS: readonly Preset[] = [
  { name: "wasserstein_above_0.1", test: "wasserstein", limit: 0.1 },
  { name: "ks_p_below_0.05", test: "kolmogorov_smirnov", limit: null },
  { name: "psi_above_0.1", test: "psi", limit: 0.1 },
  { name: "jensen_shannon_above_0.1", test: "jensen_shannon", limit: 0.1 },
];

/**
 * Judges the hourly loads of every month of 2019 by those of 2018, and by those of the same season
 * of the year before: the month and 28 days to either side of it. Changes are planted where `plant`
 * says, by multiplying loads.
 *
 * @returns By `<preset>_<reference>`, one entry per meter.
 */
export function judgePresets(
  meters: readonly StudyMeter[],
  firstDay: (meterId: string, month: number, change: PlantedChange) => number,
): Readonly<Record<string, readonly Flagged[]>> {
  const flags = Object.fromEntries(
    PRESETS.flatMap(({ name }) =>
      ["year", "season"].map((by) => [`${name}_${by}`, [] as Flagged[]])
    ),
  );
  for (const { meterId, hours } of meters) {
    const loads = (from: number, to: number) =>
      Float64Array.from(dayRows(hours, from, to), (row) => hours.kwh[row]);
    const references = {
      year: () => loads(YEAR_2018.from, YEAR_2018.to),
      season: (month: number) => {
        const { from, to } = ORDINARY_MONTHS[month];
        return loads(from - YEAR - SEASON, to - YEAR + SEASON);
      },
    };
    for (const [by, reference] of Object.entries(references)) {
      const columns = ORDINARY_MONTHS.map((_, month) => reference(month))
        .map((kwh) => kwh.length === 0 ? undefined : referenceColumn("kwh", kwh));
      for (const { name, test, limit } of PRESETS) {
        flags[`${name}_${by}`].push(flaggedMonths((month, planted) => {
          const column = columns[month];
          const { from, to } = ORDINARY_MONTHS[month];
          const start = planted === undefined ? 0 : firstDay(meterId, month, planted);
          const rows = dayRows(hours, from, to);
          if (column === undefined || rows.length === 0) return false;
          const current = Float64Array.from(rows, (row) => {
            const day = hours.days[row] - start;
            const inside = planted !== undefined && day >= 0 && day < planted.days;
            return hours.kwh[row] * (inside ? 1 + planted.share : 1);
          });
          const threshold = limit ?? driftTests[test].noChangeFloor(column, current.length);
          return driftTests[test].compute(column, columnSample(current)) > threshold;
        }));
      }
    }
  }
  return flags;
}
