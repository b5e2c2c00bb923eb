import assert from "node:assert/strict";
import type { Payload, PayloadModel } from "../../pipelines/mod.ts";
import { createObservations } from "./observations.ts";

const MODEL = { name: "energy-anomaly", version: "3", columns: ["hour", "swing_24h"] };
const ROWS = {
  model: MODEL,
  features: Float32Array.of(7, 1, 8, 2),
  scores: Float32Array.of(0.25, 0.75),
  labels: Uint8Array.of(0, 1),
};
const HOURS = [3, 4].map((ts) => ({ meterId: "r1", ts, kwh: ts, expectedKwh: null }));

/** Observations that keep a share of the rows in a list. */
function observe(share: number) {
  const kept: (readonly [PayloadModel, readonly Payload[]])[] = [];
  const log = {
    add: (model: PayloadModel, rows: readonly Payload[]) => void kept.push([model, rows]),
    write: () => Promise.resolve(),
    dropped: () => 0,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const payloads = { log, share };
  return { kept, observations: createObservations({ now: () => 99, clock: () => 0, payloads }) };
}

Deno.test("createObservations() keeps each row with the hour that it is about", () => {
  const { kept, observations } = observe(1);
  observations.scored("r7", { ...ROWS, hours: HOURS });
  assert.deepEqual(kept, [[MODEL, [
    {
      receivedAt: 99,
      hour: HOURS[0],
      features: Float32Array.of(7, 1),
      score: 0.25,
      label: 0,
    },
    {
      receivedAt: 99,
      hour: HOURS[1],
      features: Float32Array.of(8, 2),
      score: 0.75,
      label: 1,
    },
  ]]]);
});

Deno.test("createObservations() keeps the same hours of a meter whoever sends them", () => {
  const { kept, observations } = observe(0.5);
  const hours = Array.from({ length: 200 }, (_, ts) => ({ ...HOURS[0], ts }));
  const rows = {
    model: MODEL,
    features: new Float32Array(400),
    scores: new Float32Array(200),
    labels: new Uint8Array(200),
    hours,
  };
  observations.scored("r1", rows);
  observations.scored("r2", rows);
  const [first, second] = kept.map(([, rows]) => rows.map(({ hour }) => hour?.ts));
  assert.deepEqual(first, second);
  // Within three standard deviations of half.
  assert.ok(Math.abs(first.length - 100) < 22, String(first.length));
});

Deno.test("createObservations() counts scores that it keeps nothing of", async () => {
  const { kept, observations } = observe(0);
  observations.scored("r1", ROWS);
  assert.deepEqual(kept, [[MODEL, []]]);
  const { text } = await observations.metrics.read({ versions: [], drift: {} });
  assert.match(text, /^wattbook_anomalous_rows_total\{[^}]*\} 1$/m);
});
