/** From the names of a dataset and a model to a stored report. */
import type { LateLabel } from "../../data/mod.ts";
import { openDataset } from "../commands/open_dataset.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";
import { openPayloads } from "../payloads/open_payloads.ts";
import { payloadDirectory } from "../payloads/payload_files.ts";
import type { ServedModel } from "../realtime/served_model.ts";
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
  /** Judges what a server was asked to score, in place of what is stored. @default {false} */
  readonly payloads?: boolean;
}

/**
 * Loads the model, opens the dataset, judges the window by what the model was trained on, and stores
 * the report.
 *
 * @throws {Error} When the dataset is not in the lake or the model not in the registry.
 * @throws {RangeError} When payloads are asked for and none of the window were kept.
 */
export async function makeReport(
  context: Context,
  { dataset, model: uri, window: asked, labels, payloads = false }: ReportRequest,
  sections: readonly MonitoringSection[],
  progress: Progress,
): Promise<MonitoringReport> {
  const { manifest, model } = await openDataset(context, { dataset, model: uri }, progress);
  try {
    const window = asked ?? lastMonth(manifest.to);
    const reference = await referenceSpan(context.registry, model, manifest.from, window);
    const options = { dataset, window, reference, sections, labels };
    if (!payloads) return await monitorWindow(context, model, options, progress);
    const directory = payloadDirectory(context.config.home, dataset);
    await openPayloads(context.db, directory, { ...model, ...window });
    return await monitorWindow(context, onlyInputs(model), options, progress);
  } finally {
    await model.session.close();
  }
}

/** A server keeps no more of a row than the model reads. */
function onlyInputs(model: ServedModel): ServedModel {
  const columns = model.profile.columns.filter(({ column }) => model.columns.includes(column));
  return { ...model, profile: { ...model.profile, columns } };
}
