import assert from "node:assert/strict";
import { createMetrics, type MeasuredState } from "./metrics.ts";

const NOTHING: MeasuredState = { versions: [], drift: {} };
const V3 = { model: "energy-anomaly", version: "3" };
const LABELS = 'model="energy-anomaly",version="3"';

/** The values of the series that begin with a name. */
async function read(
  metrics: ReturnType<typeof createMetrics>,
  name: string,
  state = NOTHING,
): Promise<Record<string, number>> {
  const { text } = await metrics.read(state);
  return Object.fromEntries(
    text.split("\n").filter((line) => line.startsWith(name))
      .map((
        line,
      ) => [line.slice(name.length, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]),
  );
}

Deno.test("createMetrics() counts answers by route and status, in seconds", async () => {
  const metrics = createMetrics();
  const request = { route: "/v2/models/:model/infer", method: "POST", status: 200 };
  metrics.answered({ ...request, seconds: 0.00390625 });
  metrics.answered({ ...request, seconds: 0.25 });
  metrics.answered({ ...request, status: 503, seconds: 0.001 });
  const route = 'route="/v2/models/:model/infer",method="POST"';
  const counts = await read(metrics, "wattbook_request_duration_seconds");
  assert.equal(counts[`_count{${route},status="200"}`], 2);
  assert.equal(counts[`_sum{${route},status="200"}`], 0.25390625);
  assert.equal(counts[`_bucket{le="0.005",${route},status="200"}`], 1);
  assert.equal(counts[`_count{${route},status="503"}`], 1);
});

Deno.test("createMetrics() counts methods that nobody knows as one", async () => {
  const metrics = createMetrics();
  const request = { route: "unknown", status: 405, seconds: 0.5 };
  for (const method of ["BREW", "WHEN", "DELETE"]) metrics.answered({ ...request, method });
  const counts = await read(metrics, "wattbook_request_duration_seconds_count");
  const labels = (method: string) => `{route="unknown",method="${method}",status="405"}`;
  assert.deepEqual(counts, { [labels("other")]: 2, [labels("DELETE")]: 1 });
});

Deno.test("createMetrics() shows the distribution of a version's scores", async () => {
  const metrics = createMetrics();
  metrics.scored(V3, Float32Array.of(0.05, 0.25, 0.875), Uint8Array.of(0, 0, 1));
  const scores = await read(metrics, "wattbook_score_bucket");
  assert.deepEqual(
    ["0.1", "0.3", "0.8", "0.9", "+Inf"].map((le) => scores[`{le="${le}",${LABELS}}`]),
    [1, 2, 2, 3, 3],
  );
  assert.deepEqual(await read(metrics, "wattbook_anomalous_rows_total"), { [`{${LABELS}}`]: 1 });
});

Deno.test("createMetrics() tells batches, loads, versions and drift", async () => {
  const metrics = createMetrics();
  metrics.ran({ ...V3, rows: 5, waitedSeconds: 0.5, ranSeconds: 0.25 });
  metrics.loaded("models:/a@champion", true);
  metrics.loaded("models:/a/4", false);
  assert.equal((await read(metrics, "wattbook_batch_rows"))[`_bucket{le="8",${LABELS}}`], 1);
  assert.equal((await read(metrics, "wattbook_queue_wait_seconds"))[`_sum{${LABELS}}`], 0.5);
  assert.equal((await read(metrics, "wattbook_batch_duration_seconds"))[`_sum{${LABELS}}`], 0.25);
  assert.deepEqual(await read(metrics, "wattbook_model_loads_total"), {
    '{uri="models:/a@champion",outcome="loaded"}': 1,
    '{uri="models:/a/4",outcome="failed"}': 1,
  });
  const state = {
    versions: [{ ...V3, answering: true }],
    drift: { features: 1, meters: 0 },
  } as const;
  assert.deepEqual(await read(metrics, "wattbook_model_loaded", state), {
    [`{${LABELS},answering="true"}`]: 1,
  });
  assert.deepEqual(await read(metrics, "wattbook_drift", state), {
    '{section="features"}': 1,
    '{section="meters"}': 0,
  });
  assert.deepEqual(await read(metrics, "wattbook_model_loaded"), {});
});

Deno.test("createMetrics() keeps no more than a hundred URIs apart", async () => {
  const metrics = createMetrics();
  for (let n = 0; n < 150; n++) metrics.loaded(`models:/m/${n}`, false);
  metrics.loaded("models:/m/7", true);
  const loads = await read(metrics, "wattbook_model_loads_total");
  assert.equal(Object.keys(loads).length, 102);
  assert.equal(loads['{uri="models:/m/7",outcome="loaded"}'], 1);
  assert.equal(loads['{uri="other",outcome="failed"}'], 50);
});
