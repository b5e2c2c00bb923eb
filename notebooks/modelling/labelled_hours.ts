/** A dataset with injected faults, to judge detectors by. */
import { type DetectorName, detectors as known } from "../../models/mod.ts";
import type { Context, Progress } from "../../pipelines/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import type { Dataset } from "../session/mod.ts";
import { countText } from "../tables/mod.ts";
import { type Judged, judgeHours, type ThresholdRule } from "./judge_hours.ts";
import { lakeSource } from "./lake_source.ts";

/** Which detectors are to be judged, and what decides all chance. */
export interface LabelledOptions {
  readonly detectors: readonly DetectorName[];
  /** Same data and seed, same faults. @default {1} */
  readonly seed?: number;
}

/** Hours with a truth about them. */
export interface LabelledHours {
  /** Hours that are judged. */
  readonly hours: number;
  /** Hours among them that a fault made wrong. */
  readonly faultyHours: number;
  readonly faults: number;
  /**
   * Fits the detectors on training meters, chooses each one's threshold on validation meters, and
   * judges all of them, with floors and ensembles, on test meters. Logs the result to MLflow.
   */
  judge(threshold: ThresholdRule): Promise<Judged>;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/plain": string };
}

/**
 * Injects faults into copies of the series of all meters of a dataset and makes the features that the
 * detectors read. What learns from faults gets others than those that it is judged by.
 *
 * @param steps Begins to show steps where they are run: a judgement in the cell that asks for it.
 * @throws {RangeError} When there is no such detector, or fewer than three faults fit.
 */
export async function labelledHours(
  context: Context,
  { dataset }: Pick<Dataset, "dataset">,
  { detectors: names, seed = 1 }: LabelledOptions,
  steps: () => Progress,
): Promise<LabelledHours> {
  const { neededFeatures, openInjectedData } = await import("../../pipelines/evaluation/mod.ts");
  const { taughtByFaults } = await import("../../pipelines/steps/mod.ts");
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined || names.length === 0) {
    throw new RangeError(
      `Cannot judge detectors: expected some of ${Object.keys(known).join(", ")}, got "${
        unknown ?? ""
      }"`,
    );
  }
  const detectors = names.map((name) => taughtByFaults(known[name]()));
  const data = await openInjectedData(
    context,
    { source: lakeSource(dataset), until: Infinity, seed },
    neededFeatures(detectors),
    steps(),
  );
  const { label, events = new Int32Array() } = data.judged;
  const faults = new Set(events.filter((event) => event >= 0)).size;
  const faultyHours = label.reduce((sum, one) => sum + one, 0);
  const text = `${countText(faults)} faults in ${countText(label.length)} hours of ` +
    `${new Set(data.judged.meterIds).size} meters; ${countText(faultyHours)} hours are wrong`;
  return {
    hours: label.length,
    faultyHours,
    faults,
    judge: (threshold) => judgeHours(context, data, { detectors, seed, threshold }, steps()),
    [JUPYTER_DISPLAY]: () => ({ "text/plain": text }),
  };
}
