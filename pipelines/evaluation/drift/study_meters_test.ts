import assert from "node:assert/strict";
import { openDatabase } from "../../../data/duckdb/mod.ts";
import { FIRST_DAY } from "./study_days.ts";
import { developmentMeters, readStudyMeters } from "./study_meters.ts";

/** The meters of Cambridge; those of development were drawn by a program in Python. */
const CAMBRIDGE =
  "b0 b101 b105 b109 b11 b111 b115 b118 b119 b15 b2 b21 b23 b24 b25 b26 b27 b31 b33 b35 b36 b37 b4 b40 b41 b48 b5 b52 b57 b58 b59 b60 b63 b70 b71 b78 b83 b91 b97"
    .split(" ");
const DEVELOPMENT = "b111 b115 b23 b24 b27 b31 b35 b36 b37 b4 b40 b48 b52 b57 b58 b59 b71 b83 b91"
  .split(" ");

Deno.test("developmentMeters() are those that choices were made by, in any order of the ids", () => {
  assert.deepEqual([...developmentMeters(CAMBRIDGE)].sort(), DEVELOPMENT);
  const withoutTwin = CAMBRIDGE.filter((id) => id !== "b70");
  assert.deepEqual([...developmentMeters(withoutTwin)].sort(), DEVELOPMENT);
  assert.deepEqual([...developmentMeters(CAMBRIDGE.toReversed())].sort(), DEVELOPMENT);
});

Deno.test("readStudyMeters() parts the meters and lets each year expect its own level", async () => {
  await using db = await openDatabase({ threads: 1 });
  const start = FIRST_DAY * 86_400_000_000;
  await db.run(`
    CREATE TABLE meters AS SELECT unnest(['a', 'b', 'b70', 'c']) AS meter_id, 's' AS site_id,
      'UTC' AS time_zone, 60 AS interval_minutes;
    CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE);
    CREATE TABLE issues (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR);
    CREATE TABLE readings AS
      SELECT meter_id, make_timestamp(${start} + hour * 3600000000) AS ts,
        CASE WHEN hour < 365 * 24 THEN 2.0 ELSE 3.0 END AS kwh
      FROM meters, range(900 * 24) t(hour)`);
  const { development, held_out } = await readStudyMeters(db);
  assert.equal(development.length, 1);
  assert.deepEqual(
    [...development, ...held_out].map(({ meterId }) => meterId).sort(),
    ["a", "b", "c"],
  );
  const [{ hours, by2018, by2019 }] = held_out;
  // The study ends with May 2020.
  assert.equal(hours.days.length, 882 * 24);
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}`);
  near(by2018[100], 0);
  near(by2018[500], Math.log(1.5));
  near(by2019[100], -Math.log(1.5));
  near(by2019[500], 0);
});
