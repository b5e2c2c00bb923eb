/** From the names of a dataset and a model to a stored report. */
import type { LateLabel } from "../../data/mod.ts";
import { openDataset } from "../commands/open_dataset.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";
import { lastMonth } from "../steps/months.ts";
import { type MonitoringReport, monitorWindow } from "./monitor_window.ts";
import { referenceSpan } from "./reference_span.ts";
import type { MonitoringSection, Span } from "./section.ts";

/** What to report. */
export interface ReportRequest {
  /** Dataset in the lake. */
  readonly dataset: string;
  /** Such as `models:/energy-anomaly@champion`. */
  readonly model: string;
  /** @default {the last whole month of the dataset} */
  readonly window?: Span;
  /** What people found out about times of the dataset. @default {nothing} */
  readonly labels?: readonly LateLabel[];
}

/**
 * Loads the model, opens the dataset, judges the window by what the model was trained on, and stores
 * the report.
 *
 * @throws {Error} When the dataset is not in the lake or the model not in the registry.
 */
export async function makeReport(
  context: Context,
  { dataset, model: uri, window: asked, labels }: ReportRequest,
  sections: readonly MonitoringSection[],
  progress: Progress,
): Promise<MonitoringReport> {
  const { manifest, model } = await openDataset(context, { dataset, model: uri }, progress);
  try {
    const window = asked ?? lastMonth(manifest.to);
    const reference = await referenceSpan(context.registry, model, manifest.from, window);
    const options = { dataset, window, reference, sections, labels };
    return await monitorWindow(context, model, options, progress);
  } finally {
    await model.session.close();
  }
}
