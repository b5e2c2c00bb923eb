import assert from "node:assert/strict";
import type { Database } from "../database.ts";
import { openTrackingStore, type TrackingStore } from "../store.ts";
import { routes } from "./mod.ts";

const run_id = "run";
const tags = [{ key: "a", value: "1" }, { key: "b", value: "2" }];

/** Writes of more than one statement, each on what the ones before it leave. */
const writes: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ["POST", "experiments/create", { name: "energy", tags }],
  ["POST", "runs/create", { experiment_id: "1", tags }],
  ["POST", "logged-models", { experiment_id: "1", name: "m", params: tags, tags }],
  ["POST", "logged-models/:model_id/params", {
    model_id: "m-run",
    params: [{ key: "c" }, { key: "d" }],
  }],
  ["PATCH", "logged-models/:model_id/tags", { model_id: "m-run", tags: [...tags, { key: "c" }] }],
  ["POST", "runs/log-batch", {
    run_id,
    metrics: [{ key: "auc", value: 1, timestamp: 1, model_id: "m-run" }],
    params: tags,
    tags: [{ key: "mlflow.runName", value: "nightly" }],
  }],
  ["POST", "runs/log-metric", { run_id, key: "f1", value: 1, timestamp: 1, model_id: "m-run" }],
  ["POST", "runs/set-tag", { run_id, key: "mlflow.runName", value: "daily" }],
  ["POST", "runs/update", { run_id, status: "FINISHED", run_name: "weekly" }],
  ["POST", "runs/log-inputs", {
    run_id,
    datasets: [{ tags, dataset: { name: "d", digest: "1", source_type: "local", source: "{}" } }],
    models: [{ model_id: "m-1" }],
  }],
  ["POST", "runs/outputs", { run_id, models: [{ model_id: "m-1" }, { model_id: "m-2" }] }],
  ["POST", "registered-models/create", { name: "a", tags }],
  ["POST", "registered-models/set-tag", { name: "a", key: "c", value: "3" }],
  ["POST", "model-versions/create", { name: "a", source: "mlflow-artifacts:/1/r", tags }],
  ["POST", "registered-models/alias", { name: "a", alias: "champion", version: "1" }],
  ["POST", "registered-models/rename", { name: "a", new_name: "b" }],
  ["DELETE", "model-versions/delete", { name: "b", version: "1" }],
  ["POST", "experiments/delete", { experiment_id: "1" }],
];

/** All that a database holds. */
function contents(database: Database): unknown {
  const tables = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table'",
  );
  return tables.map(({ name }) => [name, database.all(`SELECT * FROM ${name}`)]);
}

/** A store whose disk is full from its `n`th write on. */
function failingAt(store: TrackingStore, n: number): TrackingStore {
  let count = 0;
  const run: Database["run"] = (sql, ...values) => {
    const done = store.database.run(sql, ...values);
    if (++count >= n) throw new RangeError("Cannot write as the disk is full");
    return done;
  };
  return { ...store, database: { ...store.database, run } };
}

Deno.test("routes: a write that fails in its middle leaves nothing of itself", async (test) => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 7, randomId: () => run_id });
    for (const [method, path, json] of writes) {
      await test.step(`${method} ${path}`, async () => {
        const route = routes.find((each) => each.method === method && each.path === path);
        assert.ok(route);
        const before = contents(store.database);
        let statements = 0;
        for (let done = false; !done;) {
          try {
            await route.answer(failingAt(store, statements + 1), json);
            done = true;
          } catch (error) {
            assert.ok(error instanceof RangeError, String(error));
            assert.deepEqual(contents(store.database), before);
            statements++;
          }
        }
        assert.ok(statements > 1, `one statement cannot fail in its middle`);
        assert.notDeepEqual(contents(store.database), before);
      });
    }
  }
  await Deno.remove(home, { recursive: true });
});
