/** What both volumes under a surface must do with several meters. */
import assert from "node:assert/strict";
import type { Metric } from "./metric.ts";
import { type VolumeUnderSurface, volumeUnderSurface } from "./volume_under_surface.ts";

const HOURS = 60;

/**
 * Checks that a metric is the mean of the volumes of its meters, whose series do not touch.
 *
 * @param area Which of the volumes it is.
 * @throws {AssertionError} Where it is not.
 *
 * @example
 * ```ts
 * import { vusPrMetric } from "./vus_pr.ts";
 * checkMeanVolume(vusPrMetric, "pr");
 * ```
 */
export function checkMeanVolume({ compute }: Metric, area: keyof VolumeUnderSurface): void {
  const labels = Uint8Array.from({ length: HOURS }, (_, hour) => hour >= 30 && hour < 36 ? 1 : 0);
  const early = labels.map((_, hour) => labels[hour + 3] ?? 0);
  const late = labels.map((_, hour) => labels[hour - 9] ?? 0);
  const hours = Float64Array.from(labels, (_, hour) => hour);
  const value = compute({
    meterIds: [..."ab"].flatMap((id) => new Array<string>(HOURS).fill(id)),
    ts: Float64Array.of(...hours, ...hours),
    labels: Uint8Array.of(...labels, ...labels),
    scores: Float64Array.of(...early, ...late),
    predicted: new Uint8Array(2 * HOURS),
  });
  const [one, other] = [early, late]
    .map((scores) => volumeUnderSurface(labels, Float64Array.from(scores), 24)[area]);
  assert.ok(one > other);
  assert.equal(value, (one + other) / 2);
}
