/**
 * From readings to judged detectors and a model, in a notebook. Native libraries are loaded by the
 * first call.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { lakeSource } from "./mod.ts";
 * assert.equal(lakeSource("hostel").name, "hostel");
 * ```
 */
export { derive } from "./derive.ts";
export type { Judged, ScorerRow, ThresholdRule } from "./judge_hours.ts";
export { lakeSource } from "./lake_source.ts";
export { type LabelledHours, labelledHours, type LabelledOptions } from "./labelled_hours.ts";
export { type Trained, trainModel, type TrainOptions } from "./train_model.ts";
