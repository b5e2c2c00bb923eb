import assert from "node:assert/strict";
import {
  createClient,
  createRun,
  getModelVersionByAlias,
  getRun,
  logMetric,
  metricHistory,
  type RegistryClient,
} from "../registry/mod.ts";
import { CSV_TIME_ZONE, writeHostelCsv } from "./hostel_csv_fixture.ts";
import { startTask } from "./task_fixture.ts";

const WRITERS = 4;

/** Logs a metric step after step until told to stop; returns the last step. */
async function logUntil(client: RegistryClient, runId: string, stopped: () => boolean) {
  for (let step = 0;; step++) {
    await logMetric(client, runId, { key: "load", value: step / 2, timestamp: step, step });
    if (stopped()) return step;
  }
}

Deno.test("mlflow, train and other clients share a home at once and lose nothing", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/hostel.csv`;
  await writeHostelCsv(file);
  const data = ["--file", file, "--time-zone", CSV_TIME_ZONE, "--json"];
  {
    // All start on an empty home, so they also make the database at the same time.
    await using server = startTask("mlflow", ["--port", "0"], home);
    await using first = startTask("train", data, home);
    await using second = startTask("train", [...data, "--seed", "2"], home);
    const [, baseUrl] = await server.seen(/on (http:\/\/\S+)/);
    const client = createClient({ baseUrl });

    let trained = false;
    const runs = await Promise.all(
      Array.from(
        { length: WRITERS },
        (_, i) => createRun(client, { experimentId: "0", runName: `writer ${i}`, startTime: 0 }),
      ),
    );
    const logging = runs.map(({ runId }) => logUntil(client, runId, () => trained));
    const outcomes = await Promise.all([first.outcome, second.outcome]);
    trained = true;
    const steps = await Promise.all(logging);

    const versions = outcomes.map(({ code, out, err }) => {
      assert.equal(code, 0, err);
      return JSON.parse(out) as { version: string; run_id: string };
    });
    assert.deepEqual(versions.map(({ version }) => version).sort(), ["1", "2"]);
    for (const { run_id } of versions) {
      assert.equal((await getRun(client, run_id)).status, "FINISHED");
    }
    const champion = await getModelVersionByAlias(client, {
      name: "energy-anomaly",
      alias: "champion",
    });
    assert.ok(versions.some(({ run_id }) => run_id === champion.runId));
    for (const [i, { runId }] of runs.entries()) {
      const history = await Array.fromAsync(metricHistory(client, { runId, key: "load" }));
      assert.deepEqual(
        history.map(({ step, value }) => [step, value]),
        Array.from({ length: steps[i] + 1 }, (_, step) => [step, step / 2]),
      );
    }
    server.kill("SIGTERM");
    assert.equal((await server.outcome).code, 0);
  }
  await Deno.remove(home, { recursive: true });
});
