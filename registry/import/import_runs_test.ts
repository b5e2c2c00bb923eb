import assert from "node:assert/strict";
import { createClient, type RegistryClient } from "../client/mod.ts";
import {
  createTrackingApp,
  openTrackingStore,
  type TrackingStore,
} from "../tracking_server/mod.ts";
import { openFileStore } from "./file_store.ts";
import { type ImportOptions, importRuns } from "./import_runs.ts";
import { mlrunsIds, withMlruns } from "./mlruns_fixture.ts";
import { withNewIds } from "./new_ids.ts";

const options: ImportOptions = {
  verify: "bytes",
  signal: new AbortController().signal,
  report() {},
};

/** Runs a test with an empty target, whose ids are counted. */
async function withTarget(
  use: (store: TrackingStore, client: RegistryClient) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    let id = 0;
    const randomId = () => (++id).toString(16).padStart(32, "0");
    using store = openTrackingStore({ home, now: () => 5000, randomId });
    await use(store, clientOf(store));
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** A client whose process dies with the answer of a request on its way. */
function clientOf(store: TrackingStore, requestsUntilDeath = Infinity): RegistryClient {
  const app = createTrackingApp({ store });
  let left = requestsUntilDeath;
  return createClient({
    baseUrl: "http://127.0.0.1",
    retries: 0,
    async fetch(request) {
      if (left === 0) throw new TypeError("Killed before");
      const response = await app.fetch(request);
      if (--left === 0) {
        await response.body?.cancel();
        throw new TypeError("Killed after");
      }
      return response;
    },
  });
}

/** All that a target holds, with names in the place of ids, in an order of its own. */
async function contentsOf(store: TrackingStore) {
  const { database, artifacts } = store;
  const names = new Map<string, string>();
  type Named = { id: string; name: string };
  for (
    const { id, name } of [
      ...database.all<Named>("SELECT run_id AS id, run_name AS name FROM runs"),
      ...database.all<Named>("SELECT model_id AS id, name FROM logged_models"),
    ]
  ) names.set(id, name);
  const named = (value: unknown) =>
    withNewIds(
      JSON.stringify(value, (_key, item) => typeof item === "bigint" ? String(item) : item),
      (id) => names.get(id),
    );
  const tables = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const rows = tables.map(({ name }) =>
    [name, database.all(`SELECT * FROM ${name}`).map(named).sort()] as const
  );
  const files: Record<string, string> = {};
  async function collect(folder: string): Promise<void> {
    for (const { path, is_dir } of await artifacts.list(folder)) {
      const below = folder === "" ? path : `${folder}/${path}`;
      if (is_dir) await collect(below);
      else {files[named(below)] = named(
          await new Response((await artifacts.open(below)).body).text(),
        );}
    }
  }
  await collect("");
  return { rows: Object.fromEntries(rows), files };
}

Deno.test("importRuns() brings all that a folder holds, with new ids where MLflow names old ones", async () => {
  await withMlruns((root) =>
    withTarget(async (store, client) => {
      const source = await openFileStore(root);
      const { database } = store;
      const all = (sql: string) => database.all(sql);
      assert.deepEqual(await importRuns(source, client, options), {
        experiments: { imported: 2, before: 1 },
        runs: { imported: 3, before: 0 },
        loggedModels: { imported: 1, before: 0 },
        registeredModels: { imported: 1, before: 0 },
        versions: { imported: 2, before: 0 },
        metrics: 7,
        files: 3,
        bytes: 6 + "artifact_path: models/\nmodel_id: \nrun_id: \n".length + 34 + 34 + 32,
        problems: [],
        skipped: [],
        interrupted: false,
      });
      const idOf = (name: string) =>
        database.first<{ id: string }>("SELECT run_id AS id FROM runs WHERE run_name = ?", name)!
          .id;
      const [parent, child] = [idOf("parent"), idOf("child")];
      const { model } = database.first<{ model: string }>(
        "SELECT model_id AS model FROM logged_models",
      )!;
      assert.deepEqual(
        all(
          `SELECT run_name, user_id, status, start_time, end_time, r.lifecycle_stage AS stage, e.name
             FROM runs r JOIN experiments e USING (experiment_id) ORDER BY start_time`,
        ),
        [
          ["trashed", "ann", "FAILED", 50, 60, "deleted", "gone"],
          ["parent", "ann", "FINISHED", 100, 900, "active", "energy: winter"],
          ["child", "bob", "RUNNING", 200, null, "deleted", "energy: winter"],
        ].map(([run_name, user_id, status, start_time, end_time, stage, name]) => ({
          ...{ run_name, user_id, status, start_time, end_time, stage, name },
        })),
      );
      assert.deepEqual(
        all("SELECT name, lifecycle_stage AS stage FROM experiments ORDER BY experiment_id"),
        [
          { name: "Default", stage: "active" },
          { name: "energy: winter", stage: "active" },
          { name: "gone", stage: "deleted" },
        ],
      );
      assert.deepEqual(
        all(
          `SELECT key, value FROM tags WHERE run_id = '${child}' AND key LIKE 'mlflow.%' OR key = 'note'
             ORDER BY key`,
        ),
        [
          { key: "mlflow.parentRunId", value: parent },
          { key: "mlflow.runName", value: "child" },
          { key: "note", value: "two\nlines: ü" },
        ],
      );
      assert.deepEqual(
        all(`SELECT timestamp, step, value, is_nan FROM metrics WHERE key = 'loss' ORDER BY 1`),
        [
          { timestamp: 110, step: 0, value: 1, is_nan: 0 },
          { timestamp: 111, step: 1, value: 0, is_nan: 1 },
          { timestamp: 112, step: 2, value: Number.MAX_VALUE, is_nan: 0 },
          { timestamp: 113, step: 3, value: -Number.MAX_VALUE, is_nan: 0 },
          { timestamp: 114, step: -4, value: 1e-5, is_nan: 0 },
        ],
      );
      assert.deepEqual(
        all("SELECT run_id, model_id, value, dataset_name FROM logged_model_metrics"),
        [{ run_id: child, model_id: model, value: 0.9, dataset_name: "meters" }],
      );
      assert.deepEqual(all("SELECT * FROM run_model_inputs"), [{ run_id: child, model_id: model }]);
      assert.deepEqual(all("SELECT * FROM run_model_outputs"), [
        { run_id: child, model_id: model, step: 4 },
      ]);
      assert.deepEqual(
        all(`SELECT version, source, run_id, model_id, description FROM model_versions
             WHERE lifecycle_stage = 'active' ORDER BY version`),
        [
          {
            version: 1,
            source: `models:/${model}`,
            run_id: child,
            model_id: model,
            description: null,
          },
          {
            version: 3,
            source: `mlflow-artifacts:/1/${parent}/artifacts/plots`,
            run_id: parent,
            model_id: null,
            description: "Third",
          },
        ].map((row) => ({ ...row, description: row.description ?? "" })),
      );
      assert.deepEqual(all("SELECT alias, version FROM registered_model_aliases"), [
        { alias: "champion", version: 3 },
      ]);
      const mlmodel = await store.artifacts.open(`1/models/${model}/artifacts/MLmodel`);
      assert.equal(
        await new Response(mlmodel.body).text(),
        `artifact_path: models/${mlrunsIds.model}\nmodel_id: ${model}\nrun_id: ${child}\n`,
      );
      const again = await importRuns(source, client, options);
      assert.deepEqual([again.experiments, again.runs, again.loggedModels, again.versions], [
        { imported: 0, before: 3 },
        { imported: 0, before: 3 },
        { imported: 0, before: 1 },
        { imported: 0, before: 2 },
      ]);
      assert.deepEqual([again.metrics, again.files], [0, 0]);
    })
  );
});

Deno.test("importRuns() goes on from wherever it was killed, with nothing twice and nothing lost", async () => {
  await withMlruns(async (root) => {
    const source = await openFileStore(root);
    let whole: unknown;
    await withTarget(async (store, client) => {
      await importRuns(source, client, options);
      whole = await contentsOf(store);
    });
    for (let requests = 1;; requests++) {
      let isOver = false;
      await withTarget(async (store, client) => {
        isOver = await importRuns(source, clientOf(store, requests), options).then(
          () => true,
          (error) => {
            assert.match(String(error), /Killed/);
            return false;
          },
        );
        if (isOver) return;
        const { problems } = await importRuns(source, client, options);
        assert.deepEqual(problems, []);
        assert.deepEqual(await contentsOf(store), whole, `killed after ${requests} requests`);
      });
      if (isOver) break;
    }
  });
});
