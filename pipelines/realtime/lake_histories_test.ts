import assert from "node:assert/strict";
import {
  cleanReadings,
  type LakeManifest,
  readManifest,
  sources,
  writeLake,
} from "../../data/mod.ts";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { featureViews } from "../features/mod.ts";
import type { History } from "./history.ts";
import { openLakeHistories } from "./lake_histories.ts";

const DATASET = "synthetic-hostel";

async function ingestDays(home: string, days: number): Promise<LakeManifest> {
  await using db = await openDatabase({ threads: 1 });
  const hostel = sources.syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days });
  const loaded = await hostel.load(db, { home, fetch });
  await cleanReadings(db);
  return await writeLake(db, { home, loaded, issues: [] });
}

async function withHome(test: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await test(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function readingsOf({ db }: History): Promise<number> {
  return (await db.rows<{ n: number }>("SELECT count(*) AS n FROM main.history"))[0].n;
}

Deno.test("the histories of a dataset follow the lake, and a request keeps its own to the end", async () => {
  await withHome(async (home) => {
    const { readings: before } = await ingestDays(home, 2);
    await using histories = await openLakeHistories(home, DATASET);
    const known = () => histories.use(featureViews, readingsOf);
    assert.equal(await known(), before);
    assert.equal(await histories.refresh(), false);

    const inside = Promise.withResolvers<History>();
    const leave = Promise.withResolvers<void>();
    const long = histories.use(featureViews, async (history) => {
      inside.resolve(history);
      await leave.promise;
      return await readingsOf(history);
    });
    const old = await inside.promise;
    const { readings: after } = await ingestDays(home, 3);
    assert.notEqual(after, before);
    assert.equal(await known(), before);
    // Called twice at a time it opens one new history.
    const refreshing = [histories.refresh(), histories.refresh()];
    const meanwhile = await Promise.all([known(), known()]);
    assert.deepEqual(meanwhile, [before, before]);
    assert.deepEqual(await Promise.all(refreshing), [true, true]);
    assert.equal(await known(), after);
    assert.equal(await histories.refresh(), false);
    leave.resolve();
    assert.equal(await long, before);
    await assert.rejects(readingsOf(old));
    assert.equal(await known(), after);
  });
});

Deno.test("the histories of a dataset stay when the new lake cannot be opened", async () => {
  await withHome(async (home) => {
    const { readings } = await ingestDays(home, 2);
    await using histories = await openLakeHistories(home, DATASET);
    const known = () => histories.use(featureViews, readingsOf);
    assert.equal(await known(), readings);
    await ingestDays(home, 3);
    const { files } = (await readManifest(home, DATASET))!;
    const path = `${home}/lake/${DATASET}/${files[0].path}`;
    const whole = await Deno.readFile(path);
    await Deno.writeFile(path, whole.subarray(1));
    await assert.rejects(histories.refresh(), /Cannot open the lake of "synthetic-hostel"/);
    assert.equal(await known(), readings);
    await Deno.writeFile(path, whole);
    assert.equal(await histories.refresh(), true);
    assert.ok(await known() > readings);
  });
});

Deno.test("the histories of a dataset that nobody ingested yet wait for it", async () => {
  await withHome(async (home) => {
    await using histories = await openLakeHistories(home, DATASET);
    const known = () => histories.use(featureViews, readingsOf);
    await assert.rejects(known(), /Cannot open the lake of "synthetic-hostel"/);
    const { readings } = await ingestDays(home, 1);
    assert.equal(await known(), readings);
  });
});
