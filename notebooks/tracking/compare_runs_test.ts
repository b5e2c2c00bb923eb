import assert from "node:assert/strict";
import { createRun, logBatch, type RegistryClient } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { barsOf, labelsOf } from "../charts/svg_marks_fixture.ts";
import { compareRuns } from "./compare_runs.ts";
import { listRuns } from "./list_runs.ts";

interface Logged {
  name: string;
  params?: Record<string, string>;
  tags?: Record<string, string>;
  metrics?: Record<string, number>;
}

async function withRuns(
  logged: readonly Logged[],
  test: (client: RegistryClient, ids: string[]) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    const ids: string[] = [];
    for (const { name, params, tags, metrics = {} } of logged) {
      const { runId } = await createRun(client, {
        experimentId: "0",
        runName: name,
        startTime: ids.length,
        tags,
      });
      await logBatch(client, runId, {
        params,
        metrics: Object.entries(metrics).map(([key, value]) => (
          { key, value, timestamp: 0, step: 0 }
        )),
      });
      ids.push(runId);
    }
    await test(client, ids);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

const two: Logged[] = [
  {
    name: "march",
    params: { seed: "1", trees: "10" },
    tags: { "wattbook.dataset": "a", "mlflow.user": "ada" },
    metrics: { roc: 0.5, pr: 0.4, same: 1 },
  },
  {
    name: "april",
    params: { seed: "1", trees: "20" },
    tags: { "wattbook.dataset": "b", "mlflow.user": "bob" },
    metrics: { roc: 1, pr: 0.5, same: 1, only: 3 },
  },
];

Deno.test("compareRuns() leaves out what all runs share, and MLflow's own tags", async () => {
  await withRuns(two, async (client, ids) => {
    const { settings, metrics } = await compareRuns(client, ids);
    assert.deepEqual(settings.objects(), [
      { setting: "params.trees", march: "10", april: "20" },
      { setting: "tags.wattbook.dataset", march: "a", april: "b" },
    ]);
    assert.deepEqual(metrics.objects(), [
      { metric: "only", march: NaN, april: 3 },
      { metric: "pr", march: 0.4, april: 0.5 },
      { metric: "roc", march: 0.5, april: 1 },
    ]);
  });
});

Deno.test("compareRuns() draws first what differs most in proportion, or what is asked for", async () => {
  await withRuns(two, async (client, ids) => {
    const { chart } = await compareRuns(client, ids);
    const labels = labelsOf(chart.svg);
    // From 0.5 to 1 is a half of the greater, from 0.4 to 0.5 a fifth.
    assert.deepEqual(labels.filter((label) => /^(roc|pr|only|same)$/.test(label)), [
      "roc",
      "pr",
      "only",
    ]);
    const asked = await compareRuns(client, ids, { metrics: ["same"] });
    assert.equal(barsOf(asked.chart.svg, "figure").length, 2);
  });
});

Deno.test("compareRuns() draws at most twelve metrics and says of how many", async () => {
  const metrics = (factor: number) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`m${i}`, factor * (i + 1)]));
  const logged = [{ name: "a", metrics: metrics(1) }, { name: "b", metrics: metrics(2) }];
  await withRuns(logged, async (client, ids) => {
    const { chart } = await compareRuns(client, ids);
    assert.equal(barsOf(chart.svg, "figure").length, 24);
    assert.ok(labelsOf(chart.svg).includes("Metrics that differ most, 12 of 30"));
  });
});

Deno.test("compareRuns() takes a table of runs, and tells runs of one name apart", async () => {
  await withRuns(
    [{ name: "x", params: { a: "1" } }, { name: "x", params: { a: "2" } }],
    async (client, ids) => {
      const { settings } = await compareRuns(client, await listRuns(client));
      const [newer, older] = [ids[1], ids[0]].map((id) => `x ${id.slice(0, 8)}`);
      assert.deepEqual(settings.objects(), [{ setting: "params.a", [newer]: "2", [older]: "1" }]);
    },
  );
});

Deno.test("compareRuns() displays settings, chart and metrics", async () => {
  await withRuns(two, async (client, ids) => {
    const comparison = await compareRuns(client, ids);
    const bundle = comparison[JUPYTER_DISPLAY]();
    const source = / src="data:image\/svg\+xml,([^"]*)"/.exec(bundle["text/html"])![1];
    assert.equal(decodeURIComponent(source), comparison.chart[JUPYTER_DISPLAY]()["image/svg+xml"]);
    assert.match(bundle["text/plain"], /params\.trees[^]*roc/);
  });
});

Deno.test("compareRuns() refuses a single run", async () => {
  await withRuns(two, async (client, ids) => {
    await assert.rejects(compareRuns(client, ids.slice(0, 1)), {
      name: "RangeError",
      message: "Cannot compare runs as there must be two or more: current value is 1",
    });
  });
});
