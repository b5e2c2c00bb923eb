/** The monitoring pipeline: what is different in a window of a dataset. */
import type { LateLabel } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";
import type { ServedModel } from "../realtime/served_model.ts";
import { judgeSections } from "./judge_sections.ts";
import { overallVerdict, type PlainReport, type Report } from "./report.ts";
import { reportId } from "./report_id.ts";
import { storeReport } from "./report_store.ts";
import type { MonitoringSection, Span } from "./section.ts";

/** A span of time as programs read it: ISO 8601, UTC, the end exclusive. */
export interface SpanText {
  readonly from: string;
  readonly to: string;
}

/** A report of a window of a dataset. */
export interface MonitoringReport extends Report {
  /** Sorts by the time it was made. */
  readonly id: string;
  readonly dataset: string;
  /** Name in the registry of the model that the window was judged for. */
  readonly model: string;
  readonly version: string;
  /** When it was made, ISO 8601, UTC. */
  readonly created: string;
  readonly window: SpanText;
  readonly reference: SpanText;
}

/** A monitoring report as programs read it and as it is stored. */
export type StoredReport = PlainReport<MonitoringReport>;

/** What to judge, by what, and the questions. */
export interface MonitoringOptions {
  readonly dataset: string;
  readonly window: Span;
  readonly reference: Span;
  readonly sections: readonly MonitoringSection[];
  /** What people found out about times of the reference or the window. @default {nothing} */
  readonly labels?: readonly LateLabel[];
}

/**
 * Asks every section about a window and stores the report as the dataset's latest. The dataset and
 * the relation `features` by the model's views must be open.
 */
export async function monitorWindow(
  { db, config, scratch, now }: Pick<Context, "db" | "config" | "scratch" | "now">,
  model: ServedModel,
  { dataset, window, reference, sections, labels }: MonitoringOptions,
  progress: Progress,
): Promise<MonitoringReport> {
  const input = { db, model, dataset, window, reference, labels };
  const judged = await judgeSections(
    sections.map((section) => ({
      name: section.name,
      title: section.title,
      compute: (onProgress) => section.compute(input, onProgress),
    })),
    progress,
  );
  const about = {
    dataset,
    model: model.name,
    version: model.version,
    window: spanText(window),
    reference: spanText(reference),
  };
  const created = new Date(now()).toISOString();
  const report: MonitoringReport = {
    id: reportId(created, about),
    created,
    ...about,
    title: dataset,
    facts: {
      window: daysText(window),
      reference: daysText(reference),
      model: `${model.name}, version ${model.version}`,
      made: timeText(created),
    },
    verdict: overallVerdict(Object.values(judged).map(({ verdict }) => verdict)),
    sections: judged,
  };
  await progress.step("store report", () => storeReport({ config, scratch }, report));
  return report;
}

function spanText({ from, to }: Span): SpanText {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** First and last day, or hour where it is not whole days. */
function daysText({ from, to }: Span): string {
  const [first, last] = [from, Math.max(from, to - 1)].map((at) => new Date(at).toISOString());
  const isWhole = from % DAY_MS === 0 && to % DAY_MS === 0;
  const text = isWhole ? (iso: string) => iso.slice(0, 10) : timeText;
  return `${text(first)} to ${text(isWhole ? last : new Date(to).toISOString())}`;
}

const DAY_MS = 86_400_000;

function timeText(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
