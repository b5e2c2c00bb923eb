import assert from "node:assert/strict";
import fc from "fast-check";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { featureViews, historyView, materialize, rowKeys, rowsQuery, windowView } from "./mod.ts";
import { openReadings, simulateLoad } from "./simulated_load.ts";

const VIEWS = [...featureViews, windowView, historyView];
const FROM = Date.UTC(2020, 0, 20);
const HOURS = 24 * 70;
const meters = [
  { meterId: "a", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  { meterId: "b", siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 30, size: 240 },
];

Deno.test("rowsQuery() gives any rows of every feature view bit for bit", async () => {
  await using db = await openReadings(simulateLoad(meters, { from: FROM, hours: HOURS, seed: 8 }), {
    meters,
  });
  await materialize(db, VIEWS);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      for (const { name, sql, grain } of VIEWS) {
        const keys = rowKeys({ grain })!;
        await db.run(`CREATE OR REPLACE TABLE asked AS
          SELECT ${keys} FROM ${name} ORDER BY hash(${keys}, ${seed}) LIMIT 25`);
        await db.run(`CREATE OR REPLACE TABLE got AS ${await rowsQuery(db, sql, {
          keys,
          wanted: "asked",
        })}`);
        const counts = await db.rows(`
          SELECT (SELECT count(*) FROM got) AS got,
            (SELECT count(*) FROM (FROM got INTERSECT ALL FROM ${name})) AS same`);
        assert.deepEqual(counts, [{ got: 25, same: 25 }], name);
      }
    }),
    { numRuns: 4, seed: 3 },
  );
});

Deno.test("rowsQuery() makes no window of the views that cost a request most", async () => {
  await using db = await openDatabase({ threads: 1 });
  for (const name of ["energy_profile", "energy_hourly", "energy_residual", "energy_context"]) {
    const view = featureViews.find((view) => view.name === name)!;
    const text = await rowsQuery(db, view.sql, { keys: ["meter_id", "ts"], wanted: "asked" });
    // The daily deviations of a profile are few, and not of hours.
    assert.equal(text.match(/ OVER /g)?.length ?? 0, name === "energy_profile" ? 1 : 0, name);
  }
});

Deno.test("rowsQuery() gives the rows of windows that it cannot rewrite", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE loads AS SELECT h, CAST(h * h AS DECIMAL(9, 3)) AS kwh FROM range(10) t(h);
    CREATE TABLE asked AS SELECT * FROM (VALUES (3), (7)) t(h)`);
  const query = (sql: string) => rowsQuery(db, sql, { keys: ["h"], wanted: "asked" });
  const frame = "OVER (ORDER BY h RANGE BETWEEN 1 PRECEDING AND CURRENT ROW)";
  for (
    const [sql, values] of [
      // By the place of a row.
      ["SELECT h, lag(kwh) OVER (ORDER BY h) AS v FROM loads", [4, 36]],
      ["SELECT h, sum(kwh) OVER (ORDER BY h ROWS 1 PRECEDING) AS v FROM loads", [13, 85]],
      // By what comes later.
      [
        `SELECT h, max(kwh) OVER (ORDER BY h RANGE BETWEEN CURRENT ROW AND 1 FOLLOWING) AS v
          FROM loads`,
        [16, 64],
      ],
      // A window over what another one gave: 4 + 9 + (1 + 4), 36 + 49 + (25 + 36).
      [
        `WITH a AS (SELECT h, sum(kwh) ${frame} AS s FROM loads)
          SELECT h, sum(s) ${frame} AS v FROM a`,
        [18, 146],
      ],
      // One of the rows before, not of the row itself.
      [
        `WITH a AS (SELECT h, max(kwh) ${frame} AS s FROM loads)
          SELECT l.h, max(a.s) AS v FROM loads l JOIN a ON a.h < l.h GROUP BY l.h`,
        [4, 36],
      ],
    ] as const
  ) {
    const rows = await db.rows<{ v: number }>(`FROM (${await query(sql)}) ORDER BY h`);
    assert.deepEqual(rows.map(({ v }) => v), values, sql);
  }
});

Deno.test("rowsQuery() gives no other rows, whatever the last select makes of the keys", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE loads AS SELECT h, CAST(h * h AS DECIMAL(9, 3)) AS kwh FROM range(10) t(h);
    CREATE TABLE asked AS SELECT * FROM (VALUES (3), (7)) t(h)`);
  const sums = `WITH a AS (SELECT h, sum(kwh) OVER (
    ORDER BY h RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) AS v FROM loads)`;
  const rows = async (last: string) => {
    const query = await rowsQuery(db, `${sums} ${last}`, { keys: ["h"], wanted: "asked" });
    return { rows: await db.rows(`SELECT h, v FROM (${query}) ORDER BY h`), query };
  };
  const [three, seven] = [{ h: 3, v: 13 }, { h: 7, v: 85 }];
  for (
    const last of ["SELECT * FROM a", "SELECT b.h, v FROM a AS b LEFT JOIN loads l ON l.h = b.h"]
  ) {
    const { rows: got, query } = await rows(last);
    assert.deepEqual(got, [three, seven], last);
    assert.doesNotMatch(query, /view_row/);
  }
  // Rows of a are those asked for; the keys are no longer its own.
  for (
    const last of [
      "SELECT h + 4 AS h, v FROM a",
      "SELECT * REPLACE (h + 4 AS h) FROM a",
      "SELECT l.h, a.v FROM a JOIN loads l ON l.h = a.h + 4",
    ]
  ) {
    assert.deepEqual((await rows(last)).rows, [{ h: 7, v: 13 }], last);
  }
});

Deno.test("rowsQuery() counts no row of an empty frame and sums none", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE loads AS SELECT h, CAST(h AS DECIMAL(9, 3)) AS kwh FROM range(10) t(h);
    CREATE TABLE asked AS SELECT 0 AS h`);
  const text = await rowsQuery(
    db,
    `SELECT h, count(*) OVER w AS n, count(kwh) FILTER (WHERE kwh > 1) OVER w AS m, sum(kwh) OVER w AS s
      FROM loads WINDOW w AS (ORDER BY h RANGE BETWEEN 3 PRECEDING AND 1 PRECEDING)`,
    { keys: ["h"], wanted: "asked" },
  );
  assert.doesNotMatch(text, / OVER /);
  assert.deepEqual(await db.rows(text), [{ h: 0, n: 0, m: 0, s: null }]);
});

Deno.test("rowsQuery() computes no more columns than are asked for", async () => {
  await using db = await openReadings(simulateLoad(meters, { from: FROM, hours: HOURS, seed: 8 }), {
    meters,
  });
  await materialize(db, featureViews);
  const hourly = featureViews.find(({ name }) => name === "energy_hourly")!;
  await db.run(`CREATE TABLE asked AS SELECT meter_id, ts FROM energy_hourly
    ORDER BY hash(meter_id, ts) LIMIT 30`);
  const columns = ["residual_week", "change_168h", "variability_ratio", "run_length"];
  const text = await rowsQuery(db, hourly.sql, {
    keys: ["meter_id", "ts"],
    wanted: "asked",
    columns,
  });
  assert.doesNotMatch(text, /mad\(|median\(/);
  await db.run(`CREATE TABLE got AS ${text}`);
  assert.deepEqual(
    await db.rows(`SELECT count(*) AS same
      FROM (FROM got INTERSECT ALL SELECT meter_id, ts, ${columns} FROM energy_hourly)`),
    [{ same: 30 }],
  );
});

Deno.test("rowsQuery() says what is no SQL", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(rowsQuery(db, "SELECT FROM WHERE", { keys: ["h"], wanted: "asked" }), {
    name: "SyntaxError",
    message: /^Cannot read a feature view: /,
  });
});
