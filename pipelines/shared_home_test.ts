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
import { openDatabase } from "../data/duckdb/mod.ts";
import { CSV_TIME_ZONE, writeHostelCsv } from "./hostel_csv_fixture.ts";
import { readScoring, scoringFile } from "./steps/scores_store.ts";
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

    // Two scorings at once, of two models that both know the dataset.
    const scorings = ["1", "2"].map((version) =>
      startTask(
        "score",
        ["--dataset", "hostel", "--model", `models:/energy-anomaly/${version}`, "--json"],
        home,
      )
    );
    for (const { outcome } of scorings) {
      const { code, err } = await outcome;
      assert.equal(code, 0, err);
    }
    const current = await readScoring(home, "hostel");
    assert.ok(current?.version === "1" || current?.version === "2");
    await using db = await openDatabase({ threads: 1 });
    for (const [name, rows] of [["scores", current.rows], ["events", current.events]] as const) {
      assert.deepEqual(
        await db.rows(`SELECT count(*) AS n FROM ${scoringFile(home, current, name)}`),
        [{ n: rows }],
      );
    }

    server.kill("SIGTERM");
    assert.equal((await server.outcome).code, 0);
  }
  await Deno.remove(home, { recursive: true });
});

function url(path: string): string {
  return JSON.stringify(new URL(path, import.meta.url));
}

/** Opens the features of a version of the data, says so, waits for a line and reads them. */
const reader = `
  import { openContext } from ${url("./context.ts")};
  import { featureViews, openFeatureTable } from ${url("./features/mod.ts")};
  const [home, digest] = Deno.args;
  await using context = await openContext({ home }, Date.now);
  const { db, scratch } = context;
  await db.run(\`
    CREATE TABLE readings AS SELECT 'a' AS meter_id, kwh,
      make_timestamp(kwh * 3600000000) AS ts FROM range(500) t(kwh);
    CREATE TABLE meters AS SELECT 'a' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
      60 AS interval_minutes;
    CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)\`);
  const directory = home + "/features";
  await openFeatureTable(db, featureViews, { directory, scratch, dataset: "demo", digest });
  console.log("open");
  await Deno.stdin.read(new Uint8Array(1));
  console.log(JSON.stringify(await db.rows("SELECT count(*) AS n FROM features")));
`;

function startReader(home: string, digest: string) {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--ext=ts", reader, home, digest],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const line = async () => (await lines.read()).value?.trim();
  return {
    line,
    /** Lets it read its features and end. */
    async read() {
      const stdin = process.stdin.getWriter();
      await stdin.write(new TextEncoder().encode("\n"));
      const rows = await line();
      await stdin.close();
      await lines.cancel();
      await process.status;
      return rows;
    },
    async kill() {
      process.kill("SIGKILL");
      await process.stdin.close();
      await lines.cancel();
      await process.status;
    },
  };
}

Deno.test("processes with the same and with other data each keep the features they opened", async () => {
  const home = await Deno.makeTempDir();
  const readers = ["aa", "aa", "bb", "cc"].map((digest) => startReader(home, digest));
  for (const { line } of readers) assert.equal(await line(), "open");
  const [killed, ...others] = readers;
  await killed.kill();
  for (const { read } of others) assert.equal(await read(), '[{"n":500}]');
  // The last one to make features removes those of other data; the next start, what a kill left.
  const last = startReader(home, "dd");
  assert.equal(await last.line(), "open");
  assert.equal(await last.read(), '[{"n":500}]');
  assert.deepEqual([...Deno.readDirSync(`${home}/features`)].map(({ name }) => name.slice(0, 7)), [
    "demo-dd",
  ]);
  assert.deepEqual([...Deno.readDirSync(`${home}/scratch`)].map(({ name }) => name), ["lock"]);
  await Deno.remove(home, { recursive: true });
});
