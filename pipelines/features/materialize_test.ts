import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { type FeatureView, parseFeatureView } from "./feature_view.ts";
import { featureVersion, materialize } from "./materialize.ts";

function view(name: string, columns: readonly string[], query: string): FeatureView {
  return parseFeatureView([
    `-- name: ${name}`,
    "-- entity: meter",
    "-- grain: hour",
    "-- lookback: 0 hours",
    "-- reads: readings",
    ...columns.map((column) => `-- column: ${column} | kWh | of a test`),
    query,
  ].join("\n"));
}

const doubled = view("doubled", ["twice"], "SELECT 2 * kwh AS twice FROM readings");
const squared = view(
  "squared",
  ["square", "root"],
  "SELECT twice * twice AS square, sqrt(twice) AS root FROM doubled",
);

Deno.test("materialize() makes a table of each view, which those after it read", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE readings AS SELECT 8.0 AS kwh");
  const progress: number[] = [];
  await materialize(db, [doubled, squared], (fraction) => progress.push(fraction));
  assert.deepEqual(await db.rows("FROM squared"), [{ square: 256, root: 4 }]);
  assert.deepEqual(progress, [0.5, 1]);
});

Deno.test("materialize() replaces the tables of an earlier time", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE readings AS SELECT 8.0 AS kwh");
  await materialize(db, [doubled]);
  await db.run("UPDATE readings SET kwh = 1");
  assert.deepEqual(await db.rows("FROM doubled"), [{ twice: 16 }]);
  await materialize(db, [doubled]);
  assert.deepEqual(await db.rows("FROM doubled"), [{ twice: 2 }]);
});

Deno.test("materialize() names what is missing when a view comes before one it reads", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(materialize(db, [squared, doubled]), /doubled does not exist/);
});

Deno.test("featureVersion() is the digest of the digests of the texts, in order", () => {
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  assert.equal(
    featureVersion([doubled, squared]),
    sha256(sha256(doubled.sql) + sha256(squared.sql)),
  );
  assert.notEqual(featureVersion([squared, doubled]), featureVersion([doubled, squared]));
});
