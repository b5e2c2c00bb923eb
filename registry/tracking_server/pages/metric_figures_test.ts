import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { writeMetrics } from "../records/metrics.ts";
import { openTrackingStore } from "../store.ts";
import { chartedMetrics, metricFigures } from "./metric_figures.ts";

type Value = readonly [run: string, key: string, value: number, step: number, seconds: number];

async function figures(values: readonly Value[]) {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  for (const run of ["a", "b"]) {
    store.database.run(
      "INSERT INTO runs VALUES (?, 'n', 0, '', 'RUNNING', 0, NULL, '', 'active')",
      run,
    );
  }
  for (const [run, key, value, step, seconds] of values) {
    writeMetrics(store.database, run, [{ key, value, step, timestamp: seconds * 1000 }]);
  }
  const runs = [{ runId: "a", label: "A" }, { runId: "b", label: "B" }];
  const markup = await metricFigures(store, runs, chartedMetrics(store, runs));
  const { document } = parseHTML(`<body>${markup}</body>`);
  return Array.from(document.querySelectorAll("figure")).map((figure) => ({
    name: figure.querySelector("figcaption")?.textContent,
    said: figure.querySelector("svg")?.getAttribute("aria-label"),
  }));
}

Deno.test("metricFigures() draws each metric that has a history, with all runs that have it", async () => {
  const drawn = await figures([
    ["a", "loss", 3, 0, 0],
    ["a", "loss", 1, 9, 0],
    ["b", "loss", 2, 5, 0],
    ["a", "auc", 0.5, 0, 0],
    ["b", "alone", 1, 0, 0],
    ["b", "alone", 4, 1, 0],
  ]);
  assert.deepEqual(drawn, [
    { name: "alone", said: "alone by step: B 1 to 4, range 1 to 4" },
    { name: "loss", said: "loss by step: A 3 to 1, range 1 to 3; B 2 to 2, range 2 to 2" },
  ]);
});

Deno.test("metricFigures() puts what has no steps over the time since each run's first value", async () => {
  const drawn = await figures([
    ["a", "watts", 3, 0, 1000],
    ["a", "watts", 1, 0, 1600],
    ["b", "watts", 5, 0, 90_000],
    ["b", "watts", 6, 0, 90_060],
  ]);
  assert.deepEqual(drawn, [{
    name: "watts",
    said: "watts by minutes since the first value: A 3 to 1, range 1 to 3; B 5 to 6, range 5 to 6",
  }]);
});
