import assert from "node:assert/strict";
import { join } from "node:path";
import { featureTableQuery, openFeatureTable } from "./feature_table.ts";
import { featureColumns, featureVersion, featureViews, materialize, windowView } from "./mod.ts";
import { openReadings, simulateLoad } from "./simulated_load.ts";

const meters = [
  { meterId: "b", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 2 },
  { meterId: "a", siteId: "s", timeZone: "UTC", intervalMinutes: 60, size: 2 },
];
const FROM = Date.UTC(2021, 0, 4);
const load = simulateLoad(meters, { from: FROM, hours: 24 * 15, seed: 9 });
const options = { dataset: "demo", digest: "0123456789abcdef" };

/** Two processes' own folders, beside the one that they share. */
interface Folders {
  readonly directory: string;
  readonly scratch: string;
  readonly other: string;
}

async function inFolders(test: (folders: Folders) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  const [scratch, other] = [join(home, "a"), join(home, "b")];
  for (const folder of [scratch, other]) await Deno.mkdir(folder);
  try {
    await test({ directory: join(home, "features"), scratch, other });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

function namesIn(directory: string): string[] {
  return [...Deno.readDirSync(directory)].map(({ name }) => name).sort();
}

Deno.test("openFeatureTable() keeps the rows of the views with the load and the usual load", async () => {
  await inFolders(async ({ directory, scratch }) => {
    await using db = await openReadings(load, { meters });
    assert.equal(
      await openFeatureTable(db, featureViews, { directory, scratch, ...options }),
      false,
    );
    const found = await db.columns("SELECT * FROM features");
    assert.deepEqual(found.names, [
      "meter_id",
      "ts",
      ...featureColumns(featureViews),
      "kwh",
      "expected_kwh",
    ]);
    const [a, b] = ["a", "b"].map((id) => load.kwh.filter((_, i) => load.meter_id[i] === id));
    const kwh = found.numbers("kwh");
    [...a, ...b].forEach((expected, i) => assert.ok(Math.abs(kwh[i] - expected) < 1e-6));
    assert.deepEqual(
      found.texts("meter_id"),
      [...a.map(() => "a"), ...b.map(() => "b")],
    );
    // In the second week the usual load is that of the first.
    const usual = found.numbers("expected_kwh");
    assert.ok(Number.isNaN(usual[7 * 24 - 1]));
    assert.ok(Math.abs(usual[7 * 24] - a[0]) < 1e-6);
  });
});

Deno.test("openFeatureTable() makes the features of the same data and views once", async () => {
  await inFolders(async ({ directory, scratch, other }) => {
    const progress: number[] = [];
    const onProgress = (fraction: number) => progress.push(fraction);
    await using db = await openReadings(load, { meters });
    await openFeatureTable(db, featureViews, { directory, scratch, ...options, onProgress });
    assert.deepEqual(progress, featureViews.map((_, i) => (i + 1) / featureViews.length));
    assert.deepEqual(namesIn(directory), [
      `demo-0123456789ab-${featureVersion(featureViews).slice(0, 12)}.parquet`,
    ]);
    await using second = await openReadings({ meter_id: [], ts: [], kwh: [] }, { meters });
    const own = { directory, scratch: other, ...options };
    assert.equal(await openFeatureTable(second, featureViews, own), true);
    assert.deepEqual(
      (await second.columns("SELECT * FROM features")).numbers("residual_day"),
      (await db.columns("SELECT * FROM features")).numbers("residual_day"),
    );
  });
});

Deno.test("openFeatureTable() removes the files of its own dataset that are out of date", async () => {
  await inFolders(async ({ directory, scratch }) => {
    Deno.mkdirSync(directory);
    const stale = ["demo-00-11.parquet", "demo-00-22.parquet"];
    const others = ["demo-2-00-11.parquet", "demo.txt", "other-00-11.parquet"];
    for (const name of [...stale, ...others]) Deno.writeTextFileSync(join(directory, name), "");
    await using db = await openReadings(load, { meters });
    await openFeatureTable(db, featureViews, { directory, scratch, ...options });
    const names = namesIn(directory);
    assert.deepEqual(names.filter((name) => !name.startsWith("demo-0123")), others);
    assert.equal(names.length, others.length + 1);
  });
});

Deno.test("openFeatureTable() leaves no file when a view fails", async () => {
  await inFolders(async ({ directory, scratch }) => {
    await using db = await openReadings(load, { meters });
    await db.run("DROP TABLE weather");
    await assert.rejects(
      openFeatureTable(db, featureViews, { directory, scratch, ...options }),
      /weather does not exist/,
    );
    assert.deepEqual([namesIn(directory), namesIn(scratch)], [[], []]);
  });
});

Deno.test("openFeatureTable() goes on reading what another process has replaced", async () => {
  await inFolders(async ({ directory, scratch, other }) => {
    await using first = await openReadings(load, { meters });
    await openFeatureTable(first, featureViews, { directory, scratch, ...options });
    const before = await first.rows("SELECT * FROM features");
    await using second = await openReadings(load, { meters });
    const newer = { ...options, digest: "fedcba9876543210" };
    await openFeatureTable(second, featureViews, { directory, scratch: other, ...newer });
    assert.deepEqual(namesIn(directory).map((name) => name.slice(0, 9)), ["demo-fedc"]);
    assert.deepEqual(await first.rows("SELECT * FROM features"), before);
  });
});

Deno.test("openFeatureTable() of two at once keeps the file of the first", async () => {
  await inFolders(async ({ directory, scratch, other }) => {
    await using first = await openReadings(load, { meters });
    await using second = await openReadings(load, { meters });
    const made = await Promise.all([
      openFeatureTable(first, featureViews, { directory, scratch, ...options }),
      openFeatureTable(second, featureViews, { directory, scratch: other, ...options }),
    ]);
    assert.deepEqual(made, [false, false]);
    assert.equal(namesIn(directory).length, 1);
    assert.deepEqual(
      await first.rows("SELECT * FROM features"),
      await second.rows("SELECT * FROM features"),
    );
  });
});

Deno.test("featureTableQuery() has a row for each hour with a load", async () => {
  await using db = await openReadings(load, { meters });
  await materialize(db, featureViews);
  const [count] = await db.rows<{ n: number }>(
    `SELECT count(*) AS n FROM (${featureTableQuery(featureViews)})`,
  );
  assert.equal(count.n, 2 * 24 * 15);
});

Deno.test("featureTableQuery() puts the columns of all views that hold features side by side", async () => {
  await using db = await openReadings(load, { meters });
  await materialize(db, [...featureViews, windowView]);
  const [count] = await db.rows<{ n: number; same: number }>(
    `SELECT count(*) AS n, count(*) FILTER (residual_lag_0 IS NOT DISTINCT FROM residual_week) AS same
    FROM (${featureTableQuery([...featureViews, windowView])})`,
  );
  assert.deepEqual(count, { n: 2 * 24 * 15, same: 2 * 24 * 15 });
});
