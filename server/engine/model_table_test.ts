import assert from "node:assert/strict";
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
import { ModelNotLoadedError } from "./model_not_loaded_error.ts";
import { createModelTable } from "./model_table.ts";

/** The table reads name and version of a model, and closes its session. */
function model(name: string, version: string, closed: string[] = []): ServedModel {
  const close = () => Promise.resolve(void closed.push(`${name}/${version}`));
  return { name, version, session: { close } } as unknown as ServedModel;
}

Deno.test("createModelTable() lists versions in the order of their numbers", () => {
  const table = createModelTable();
  for (const version of ["10", "9", "2"]) table.add(model("b", version));
  table.add(model("a", "1"));
  assert.deepEqual(
    table.list().map(({ name, version }) => `${name}/${version}`),
    ["a/1", "b/2", "b/9", "b/10"],
  );
});

Deno.test("createModelTable() answers by the first version of a name, or as it is told", () => {
  const table = createModelTable();
  assert.throws(() => table.lease(), new ModelNotLoadedError({}, []));
  table.add(model("b", "1"));
  table.add(model("b", "2"));
  table.add(model("a", "7"));
  assert.equal(table.defaultOf().name, "b");
  assert.equal(table.defaultOf("b").version, "1");
  table.answerBy("b", "2");
  using lease = table.lease({ name: "b" });
  assert.equal(lease.model.version, "2");
  assert.throws(() => table.answerBy("b", "3"), ModelNotLoadedError);
  assert.throws(
    () => table.lease({ version: "7" }),
    new ModelNotLoadedError({ version: "7" }, ["a/7", "b/1", "b/2"]),
  );
});

Deno.test("createModelTable() closes a removed version after its last request", async () => {
  const closed: string[] = [];
  const table = createModelTable();
  table.add(model("a", "1", closed));
  table.add(model("a", "2", closed));
  table.answerBy("a", "2");
  const leases = [table.lease(), table.lease()];
  const removed = table.remove("a", "2");
  assert.equal(table.defaultOf("a").version, "1");
  assert.throws(() => table.lease({ name: "a", version: "2" }), ModelNotLoadedError);
  leases[0][Symbol.dispose]();
  leases[0][Symbol.dispose]();
  await Promise.resolve();
  assert.deepEqual(closed, []);
  leases[1][Symbol.dispose]();
  await removed;
  assert.deepEqual(closed, ["a/2"]);
  await table[Symbol.asyncDispose]();
  assert.deepEqual([closed, table.list()], [["a/2", "a/1"], []]);
});

Deno.test("createModelTable() ends after the versions that were removed before", async () => {
  const closed: string[] = [];
  const table = createModelTable();
  table.add(model("a", "1", closed));
  const lease = table.lease();
  const removed = table.remove("a", "1");
  const ended = table[Symbol.asyncDispose]().then(() => void closed.push("all"));
  await Promise.resolve();
  assert.deepEqual(closed, []);
  lease[Symbol.dispose]();
  await Promise.all([removed, ended]);
  assert.deepEqual(closed, ["a/1", "all"]);
});

Deno.test("createModelTable() takes a version once", () => {
  const table = createModelTable();
  table.add(model("a", "1"));
  assert.throws(() => table.add(model("a", "1")), /Cannot load model "a" version 1 twice/);
});
