import assert from "node:assert/strict";
import { volumeUnderSurface } from "./volume_under_surface.ts";
import { vusPr } from "./vus_pr.ts";

const labels = Uint8Array.from({ length: 60 }, (_, hour) => hour >= 30 && hour < 36 ? 1 : 0);
const early = labels.map((_, hour) => labels[hour + 3] ?? 0);
const late = labels.map((_, hour) => labels[hour - 9] ?? 0);

Deno.test("vusPr() is the mean of the volumes of the meters, whose series do not touch", () => {
  const hours = Float64Array.from(labels, (_, hour) => hour);
  const value = vusPr({
    meterIds: [..."ab"].flatMap((id) => new Array<string>(60).fill(id)),
    ts: Float64Array.of(...hours, ...hours),
    labels: Uint8Array.of(...labels, ...labels),
    scores: Float64Array.of(...early, ...late),
    predicted: new Uint8Array(120),
  });
  const [one, other] = [early, late]
    .map((scores) => volumeUnderSurface(labels, Float64Array.from(scores), 24).pr);
  assert.ok(one > other);
  assert.equal(value, (one + other) / 2);
});
