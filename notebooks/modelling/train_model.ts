/** Trains the model of a dataset, as `deno task train` does. */
import type { Context, Progress } from "../../pipelines/mod.ts";
import type { TrainingSummary } from "../../pipelines/steps/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import type { Dataset } from "../session/mod.ts";
import type { ThresholdRule } from "./judge_hours.ts";
import { lakeSource } from "./lake_source.ts";

/** How to train. */
export interface TrainOptions {
  /** Name of the registered model. @default {"energy-anomaly"} */
  readonly model?: string;
  /** Only readings before this time train and judge the model. @default {all} */
  readonly until?: Date;
  /** Same data and seed, same bytes of the model. @default {1} */
  readonly seed?: number;
  /** How the validation meters choose the threshold. @default {the best event F1} */
  readonly threshold?: ThresholdRule;
}

/** A trained and registered model; it shows which alias it got. */
export interface Trained extends TrainingSummary {
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/plain": string };
}

/**
 * Trains, evaluates and registers a model, and moves the alias `champion` to it, or `challenger` where
 * a gate refuses.
 *
 * @throws {RangeError} When there are fewer than three meters, or too little time for faults.
 */
export async function trainModel(
  context: Context,
  { dataset }: Pick<Dataset, "dataset">,
  {
    model = "energy-anomaly",
    until,
    seed = 1,
    threshold = { rule: "f_beta", beta: 1 },
  }: TrainOptions,
  progress: Progress,
): Promise<Trained> {
  const { train } = await import("../../pipelines/steps/mod.ts");
  const summary = await train(context, {
    source: lakeSource(dataset),
    model,
    until: until?.getTime(),
    seed,
    threshold,
  }, progress);
  const { version, alias, refusal } = summary;
  const text = `models:/${model}/${version} is now ${alias}` +
    (refusal === undefined ? "" : `: ${refusal}`);
  return { ...summary, [JUPYTER_DISPLAY]: () => ({ "text/plain": text }) };
}
