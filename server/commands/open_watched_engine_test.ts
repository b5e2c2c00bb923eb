import assert from "node:assert/strict";
import { ModelLoadError } from "../engine/model_load_error.ts";
import { createObservations } from "../observability/observations.ts";
import { watchEngine } from "./open_watched_engine.ts";

Deno.test("watchEngine() counts batches in seconds and loads, and tells failures", async () => {
  const observations = createObservations({ now: () => 0, clock: () => 0 });
  const { metrics, statistics } = observations;
  const said: string[] = [];
  const observer = watchEngine(observations, (text) => void said.push(text));
  observer.batch?.("energy-anomaly", "3", { rows: 7, requests: 2, waitMs: 250, runMs: 500 });
  const uri = "models:/energy-anomaly@champion";
  observer.loaded?.(uri, "3");
  observer.loadFailed?.(new ModelLoadError(uri, new Error("No such version")));
  observer.workerLost?.("it ran out of memory");
  assert.deepEqual(said, [
    `${uri} is version 3`,
    `Cannot load ${uri}: No such version`,
    "A worker was replaced: it ran out of memory",
  ]);
  assert.equal(statistics.of({ model: "energy-anomaly", version: "3" }).batches, 1);
  const { text } = await metrics.read({ versions: [], drift: {} });
  const labels = 'model="energy-anomaly",version="3"';
  for (
    const line of [
      `wattbook_batch_rows_sum{${labels}} 7`,
      `wattbook_queue_wait_seconds_sum{${labels}} 0.25`,
      `wattbook_batch_duration_seconds_sum{${labels}} 0.5`,
      `wattbook_model_loads_total{uri="${uri}",outcome="loaded"} 1`,
      `wattbook_model_loads_total{uri="${uri}",outcome="failed"} 1`,
    ]
  ) assert.ok(text.split("\n").includes(line), line);
});
