import assert from "node:assert/strict";
import fc from "fast-check";
import type { Database, Reading } from "../../data/mod.ts";
import { type FeatureRows, featureViews, MODEL_INPUTS } from "../features/mod.ts";
import { openReadings, type SimulatedReadings, simulateLoad } from "../features/simulated_load.ts";
import { requestFeatures } from "./feature_passes.ts";
import { type History, openHistory } from "./history.ts";

const HOUR = 3_600_000;
const FROM = Date.UTC(2021, 0, 25);
const HOURS = 24 * 63;
const NOW = FROM + (HOURS - 60) * HOUR;
const meters = ["a", "b", "c", "d"].map((meterId, i) => ({
  meterId,
  siteId: "s",
  timeZone: i < 2 ? "Europe/London" : "Asia/Kolkata",
  intervalMinutes: i % 2 === 0 ? 60 : 30,
  size: i + 1,
}));
const load = simulateLoad(meters, { from: FROM, hours: HOURS, seed: 4 });
const model = { columns: MODEL_INPUTS, views: featureViews };

function known(): SimulatedReadings {
  const rows = load.ts.flatMap((ts, row) => ts < NOW ? [row] : []);
  return {
    meter_id: rows.map((row) => load.meter_id[row]),
    ts: rows.map((row) => load.ts[row]),
    kwh: rows.map((row) => load.kwh[row]),
  };
}

function sent(meterIds: readonly string[], from: number, hours: number, times = 1): Reading[] {
  const start = NOW + from * HOUR;
  return load.ts.flatMap((ts, row) =>
    meterIds.includes(load.meter_id[row]) && ts >= start && ts < start + hours * HOUR
      ? [{ meterId: load.meter_id[row], ts, kwh: load.kwh[row] * times }]
      : []
  );
}

/** A history whose passes are counted, and can be made to fail. */
async function withHistory(
  test: (
    history: History,
    passes: () => number,
    failNext: (failing?: () => void) => void,
  ) => Promise<void>,
  lanes = 1,
): Promise<void> {
  await using db = await openReadings(known(), { meters });
  let passes = 0;
  let fail: (() => void) | undefined;
  const counting = (db: Database): Database => ({
    ...db,
    connect: async () => counting(await db.connect()),
    append(table, columns) {
      passes++;
      return db.append(table, columns);
    },
    async prepare(sql) {
      const query = await db.prepare(sql);
      return {
        ...query,
        columns() {
          if (fail === undefined) return query.columns();
          fail();
          fail = undefined;
          return Promise.reject(new Error("Out of memory"));
        },
      };
    },
  });
  const history = await openHistory(counting(db), featureViews, lanes);
  await test(history, () => passes, (failing = () => {}) => void (fail = failing));
}

function plain({ x, meterIds, ts, kwh, expectedKwh }: FeatureRows) {
  return [x.values, meterIds, ts, kwh, expectedKwh];
}

for (const lanes of [1, 3]) {
  Deno.test(`requests that wait together get what each gets alone, in ${lanes} lanes`, async () => {
    await withHistory(async (history) => {
      const request = fc.record({
        meterIds: fc.subarray(["a", "b", "c", "d"], { minLength: 1, maxLength: 2 }),
        from: fc.integer({ min: -40, max: 20 }),
        hours: fc.integer({ min: 1, max: 30 }),
        // The same meter and hour with other loads: such requests must not mix.
        times: fc.constantFrom(1, 1, 3),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 6 }), async (requests) => {
          const all = requests.map(({ meterIds, from, hours, times }) =>
            sent(meterIds, from, hours, times)
          );
          const together = await Promise.all(
            all.map((readings) => requestFeatures(history, model, readings)),
          );
          for (const [i, readings] of all.entries()) {
            const alone = await requestFeatures(history, model, readings);
            assert.deepEqual(plain(together[i]), plain(alone));
          }
        }),
        { numRuns: 8, seed: 6 },
      );
    }, lanes);
  });
}

Deno.test("a large request is shared out among the lanes that are free, and its rows stay the same", async () => {
  const more = Array.from({ length: 7 }, (_, i) => ({ ...meters[i % 4], meterId: `m${9 - i}` }));
  const load = simulateLoad(more, { from: FROM, hours: HOURS, seed: 5 });
  const rows = (from: number, to: number) =>
    load.ts.flatMap((ts, row) =>
      ts >= from && ts < to ? [{ meterId: load.meter_id[row], ts, kwh: load.kwh[row] }] : []
    );
  // Of one local day of every time zone among them.
  const day = Date.UTC(2021, 2, 26);
  const newest = rows(day, day + 18 * HOUR).flatMap((reading) => Array(7).fill(reading));
  assert.ok(newest.length > 3 * 400);
  const stored = rows(FROM, day);
  const results = [];
  for (const lanes of [1, 2, 3]) {
    await using db = await openReadings({
      meter_id: stored.map(({ meterId }) => meterId),
      ts: stored.map(({ ts }) => ts),
      kwh: stored.map(({ kwh }) => kwh),
    }, { meters: more });
    const used = new Set<Database>();
    const watched = (db: Database): Database => ({
      ...db,
      connect: async () => watched(await db.connect()),
      append(table, columns) {
        used.add(db);
        return db.append(table, columns);
      },
    });
    const history = await openHistory(watched(db), featureViews, lanes);
    // The first request makes what is known at dawn, alone.
    await requestFeatures(history, model, newest);
    assert.equal(used.size, 1);
    const shared = await requestFeatures(history, model, newest);
    assert.equal(used.size, lanes);
    results.push(plain(shared));
    // Nobody is shared out while others wait; they get the same.
    const both = await Promise.all([1, 2].map(() => requestFeatures(history, model, newest)));
    assert.deepEqual(both.map(plain), [results[0], results[0]]);
  }
  assert.equal((results[0][1] as string[]).length, 7 * 18);
  assert.deepEqual(results[1], results[0]);
  assert.deepEqual(results[2], results[0]);
});

Deno.test("few readings wait for a pass of few others, and go beside it once they are many", async () => {
  await using db = await openReadings(known(), { meters });
  let begun = 0;
  let held: Promise<void> | undefined;
  const passes: string[][] = [];
  const watched = (db: Database): Database => ({
    ...db,
    connect: async () => watched(await db.connect()),
    async run(sql) {
      if (sql === "DELETE FROM sent") {
        begun++;
        await held;
      }
      await db.run(sql);
    },
    async append(table, columns) {
      passes.push([...new Set(columns.meter_id as string[])]);
      await db.append(table, columns);
    },
  });
  const history = await openHistory(watched(db), featureViews, 2);
  const hour = (meterId: string, times = 1) =>
    requestFeatures(history, model, sent([meterId], 0, 1).flatMap((row) => Array(times).fill(row)));
  const tick = () => new Promise((resolve) => setTimeout(resolve));
  await requestFeatures(history, model, sent(["a", "b", "c", "d"], 0, 1));

  for (const many of [false, true]) {
    passes.length = begun = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    const a = hour("a");
    await tick();
    assert.equal(begun, 1);
    held = undefined;
    const waiting = [hour("b")];
    await tick();
    waiting.push(hour("c"));
    await tick();
    assert.equal(begun, 1);
    if (many) await Promise.all([...waiting, hour("d", 400)]);
    resolve();
    await Promise.all([a, ...waiting]);
    assert.deepEqual(passes, many ? [["b", "c", "d"], ["a"]] : [["a"], ["b", "c"]]);
  }
});

Deno.test("requests for different meters share a pass, and a request waits for nobody", async () => {
  await withHistory(async (history, passes) => {
    const hours = (meterId: string) => requestFeatures(history, model, sent([meterId], 0, 2));
    const first = await hours("a");
    assert.equal(passes(), 1);
    assert.equal(first.x.rows, 2);
    // The first takes all that came in the same moment; "a" again has to wait for the next pass.
    const rows = await Promise.all(["a", "b", "c", "a", "d", "a"].map(hours));
    assert.equal(passes(), 4);
    assert.deepEqual(rows.map(({ meterIds }) => meterIds[0]), ["a", "b", "c", "a", "d", "a"]);
  });
});

Deno.test("a request of other columns, or of hours long past, has a pass of its own", async () => {
  await withHistory(async (history, passes) => {
    const other = { ...model, columns: ["hour"] };
    const old = [{ meterId: "c", ts: FROM - 2_000 * HOUR, kwh: 3 }];
    await Promise.all([
      requestFeatures(history, model, sent(["a"], 0, 1)),
      requestFeatures(history, other, sent(["b"], 0, 1)),
      requestFeatures(history, model, old),
      requestFeatures(history, model, sent(["d"], 0, 1)),
    ]);
    assert.equal(passes(), 3);
  });
});

Deno.test("a request that cannot be answered fails alone", async () => {
  await withHistory(async (history, passes, failNext) => {
    const good = [sent(["a"], 0, 1), sent(["b"], 0, 1)];
    const [first, unknown, second] = await Promise.allSettled([
      requestFeatures(history, model, good[0]),
      requestFeatures(history, model, [...good[1], { meterId: "x", ts: NOW, kwh: 1 }]),
      requestFeatures(history, model, good[1]),
    ]);
    assert.deepEqual([first.status, second.status], ["fulfilled", "fulfilled"]);
    assert.equal(unknown.status === "rejected" && unknown.reason.name, "UnknownMeterError");
    const before = passes();
    failNext();
    const rows = await Promise.all(
      good.map((readings) => requestFeatures(history, model, readings)),
    );
    // One pass for both, and one for each after it failed.
    assert.equal(passes() - before, 3);
    assert.deepEqual(rows.map(({ meterIds }) => meterIds), [["a"], ["b"]]);
    failNext();
    await assert.rejects(requestFeatures(history, model, good[0]), /Out of memory/);
    assert.equal((await requestFeatures(history, model, good[0])).x.rows, 1);
  });
});

Deno.test("a request that is given up while it waits costs no pass and holds up nobody", async () => {
  await withHistory(async (history, passes, failNext) => {
    const reason = new Error("Its time is over");
    const hours = (meterId: string, signal?: AbortSignal) =>
      requestFeatures(history, model, sent([meterId], 0, 1), signal);
    const abort = new AbortController();
    const first = hours("a");
    // Of the same meter, so that each would have a pass of its own.
    const givenUp = hours("a", abort.signal);
    const behind = hours("a");
    await Promise.resolve();
    abort.abort(reason);
    await assert.rejects(givenUp, reason);
    assert.deepEqual([(await first).meterIds, (await behind).meterIds], [["a"], ["a"]]);
    assert.equal(passes(), 2);
    await assert.rejects(hours("b", abort.signal), reason);
    assert.deepEqual([passes(), history.waiting.length], [2, 0]);

    // Given up while the pass that it shares fails: it gets none of its own.
    const late = new AbortController();
    failNext(() => late.abort(reason));
    const [kept, dropped] = await Promise.allSettled([hours("a"), hours("b", late.signal)]);
    assert.equal(kept.status, "fulfilled");
    assert.equal(dropped.status === "rejected" && dropped.reason, reason);
    assert.equal(passes(), 4);
  });
});
