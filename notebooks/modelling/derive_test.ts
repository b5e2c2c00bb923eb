import assert from "node:assert/strict";
import { readManifest } from "../../data/mod.ts";
import { type Context, openContext } from "../../pipelines/context.ts";
import { openDataset } from "../session/mod.ts";
import { tableOfColumns } from "../tables/mod.ts";
import { derive } from "./derive.ts";

async function withRooms(
  test: (context: Context, dataset: Awaited<ReturnType<typeof openDataset>>) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await using context = await openContext({ home }, () => 0);
    const file = `${home}/rooms.csv`;
    const lines = ["meter_id,ts,kwh", "r1,2024-01-01T00:00Z,1", "r1,2024-01-01T01:00Z,2"];
    await Deno.writeTextFile(file, [...lines, "r2,2024-01-01T00:00Z,4", ""].join("\n"));
    await test(context, await openDataset(context, file, { timeZone: "Asia/Kolkata" }));
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function query({ db }: Context, sql: string) {
  return tableOfColumns(await db.columns(sql));
}

Deno.test("derive() stores and opens the readings of a query with their meters", async () => {
  await withRooms(async (context, dataset) => {
    const readings = await query(
      context,
      "SELECT meter_id, ts, 10 * kwh AS kwh FROM readings WHERE meter_id = 'r1'",
    );
    const derived = await derive(context, dataset, "ten-times", readings);
    assert.deepEqual([derived.dataset, derived.meters, derived.readings], ["ten-times", 1, 2]);
    assert.deepEqual(await context.db.rows("SELECT kwh FROM readings ORDER BY ts"), [
      { kwh: 10 },
      { kwh: 20 },
    ]);
    assert.deepEqual(await context.db.rows("SELECT meter_id, time_zone FROM meters"), [
      { meter_id: "r1", time_zone: "Asia/Kolkata" },
    ]);
    const stored = await readManifest(context.config.home, "ten-times");
    assert.equal(stored?.sourceDigest, derived.sourceDigest);
  });
});

Deno.test("derive() gives the same digest for the same readings and another for others", async () => {
  await withRooms(async (context, dataset) => {
    const digests: string[] = [];
    for (const factor of [1, 1, 2]) {
      const readings = await query(
        context,
        `SELECT * FROM (VALUES ('r1', TIMESTAMP '2024-01-01', ${factor}.0)) t(meter_id, ts, kwh)`,
      );
      digests.push((await derive(context, dataset, "same", readings)).sourceDigest);
    }
    assert.equal(digests[0], digests[1]);
    assert.notEqual(digests[0], digests[2]);
  });
});

Deno.test("derive() keeps what is missing missing and does not replace what it reads", async () => {
  await withRooms(async (context, dataset) => {
    const readings = await query(
      context,
      "SELECT meter_id, ts, CASE WHEN kwh < 2 THEN NULL ELSE kwh END AS kwh FROM readings",
    );
    await assert.rejects(derive(context, dataset, "rooms", readings), {
      name: "RangeError",
      message: "Cannot derive a dataset from rooms: expected another name of lower-case letters, " +
        'digits and hyphens, got "rooms"',
    });
    const derived = await derive(context, dataset, "gaps", readings);
    assert.deepEqual([derived.readings, derived.rejected], [2, 1]);
  });
});

Deno.test("derive() makes the same of the same readings in any order", async () => {
  await withRooms(async (context, dataset) => {
    const order = (by: string) =>
      query(context, `SELECT meter_id, ts, kwh FROM readings ORDER BY ${by}`);
    const [first, second] = [await order("ts, kwh"), await order("kwh DESC")];
    const one = await derive(context, dataset, "sorted", first);
    assert.equal((await derive(context, dataset, "sorted", second)).sourceDigest, one.sourceDigest);
    assert.equal(one.issues, 0);
  });
});
