/** A drift report that shows itself, with its figures as tables. */
import type { Context, Progress } from "../../pipelines/mod.ts";
import type {
  FeatureFigures,
  FeaturesFigures,
  MeterFigures,
  MetersFigures,
  MonitoringReport,
  Verdict,
} from "../../pipelines/monitoring/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import type { Dataset } from "../session/mod.ts";
import { type Table, typedTable } from "../tables/mod.ts";

/** What is judged, and by what. */
export interface MonitorOptions {
  /** @default {"models:/energy-anomaly@champion"} */
  readonly model?: string;
  /** UTC, the end exclusive. @default {the last whole month of the dataset} */
  readonly window?: { readonly from: Date; readonly to: Date };
  /**
   * Some of `data_quality`, `features`, `feature_effect`, `meters`, `predictions` and `performance`.
   * @default {all of them}
   */
  readonly sections?: readonly string[];
}

/** What a section found, in a sentence. */
export interface SectionRow {
  readonly section: string;
  readonly verdict: Verdict;
  readonly summary: string;
}

/** A feature in the window against training; medians are `NaN` where all values are missing. */
export interface FeatureDrift {
  readonly column: string;
  /** The highest score of its tests in units of the test's limit: at 1 it drifts. */
  readonly severity: number;
  readonly drifted: boolean;
  readonly reference_median: number;
  readonly current_median: number;
}

/** A meter in the window against its own reference; a number that is not known is `NaN`. */
export interface MeterChange {
  readonly meter: string;
  readonly verdict: Verdict;
  /** Share by which its load has changed, beyond calendar, weather and the other meters. */
  readonly change: number;
  /** Share up to which it may change by itself. */
  readonly limit: number;
  /** Day since when its level is another one, `null` where it is not. */
  readonly since: string | null;
}

/** A report; it shows what each section found. */
export interface Monitored {
  /** Drift where any section found some. */
  readonly verdict: Verdict;
  readonly sections: Table<SectionRow>;
  /** By falling severity; no rows where the section was not asked. */
  readonly features: Table<FeatureDrift>;
  /** By how far they are beyond their limits, at most 100; no rows where the section was not asked. */
  readonly meters: Table<MeterChange>;
  /** All of it, as it is stored in the home. */
  readonly report: MonitoringReport;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/plain": string };
}

/**
 * Judges a window of a dataset of the lake by what a model was trained on, and stores the report, as
 * `deno task monitor` does.
 *
 * @throws {RangeError} When there is no such section.
 * @throws {MlflowError} When the registry knows no such model, version or alias.
 */
export async function monitorWindow(
  context: Context,
  { dataset }: Pick<Dataset, "dataset">,
  { model = "models:/energy-anomaly@champion", window, sections: asked }: MonitorOptions,
  progress: Progress,
): Promise<Monitored> {
  const { makeReport, sections } = await import("../../pipelines/monitoring/mod.ts");
  const known = sections.map(({ name }) => name);
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot monitor ${dataset}: expected sections among ${known.join(", ")}, got "${unknown}"`,
    );
  }
  const request = { dataset, model, window: window && spanOf(window) };
  const chosen = sections.filter(({ name }) => asked?.includes(name) ?? true);
  return monitored(await makeReport(context, request, chosen, progress));
}

function spanOf({ from, to }: { from: Date; to: Date }): { from: number; to: number } {
  return { from: from.getTime(), to: to.getTime() };
}

function monitored(report: MonitoringReport): Monitored {
  const sections = Object.entries(report.sections).map(([section, found]) => ({
    section,
    ...found,
  }));
  const features = report.sections.features?.figures as FeaturesFigures | null | undefined;
  const meters = report.sections.meters?.figures as MetersFigures | null | undefined;
  const text = sections.map(({ title, verdict, summary }) => `${title}: ${verdict}\n  ${summary}`);
  return {
    verdict: report.verdict,
    sections: typedTable<SectionRow, (typeof sections)[number]>(sections, {
      section: ["VARCHAR", ({ section }) => section],
      verdict: ["VARCHAR", ({ verdict }) => verdict],
      summary: ["VARCHAR", ({ summary }) => summary],
    }),
    features: featuresTable(features?.features ?? []),
    meters: metersTable(meters?.worst ?? []),
    report,
    [JUPYTER_DISPLAY]: () => ({ "text/plain": text.join("\n") }),
  };
}

function featuresTable(features: readonly FeatureFigures[]): Table<FeatureDrift> {
  return typedTable<FeatureDrift, FeatureFigures>(features, {
    column: ["VARCHAR", ({ feature }) => feature],
    severity: ["DOUBLE", ({ severity }) => severity],
    drifted: ["BOOLEAN", ({ drifted }) => drifted],
    reference_median: ["DOUBLE", (row) => row.reference_median],
    current_median: ["DOUBLE", (row) => row.current_median],
  });
}

function metersTable(meters: readonly MeterFigures[]): Table<MeterChange> {
  return typedTable<MeterChange, MeterFigures>(meters, {
    meter: ["VARCHAR", ({ meter }) => meter],
    verdict: ["VARCHAR", ({ verdict }) => verdict],
    change: ["DOUBLE", ({ change }) => change],
    limit: ["DOUBLE", ({ limit }) => limit],
    since: ["VARCHAR", ({ since }) => since],
  });
}
