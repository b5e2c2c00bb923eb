/** What every source must do, run by the test of each. */

import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import type { LoadContext, LoadedSource, Source } from "./source.ts";

/**
 * Loads `source` twice and checks the contract: named after the rule for datasets; the counts
 * are those of the relations; every reading has a meter and every meter its facts; the rows
 * are numbered from 1; progress ends at 1; the second load replaces the first, row by row.
 *
 * @example
 * ```ts
 * import { syntheticHostel } from "./synthetic_hostel.ts";
 * const source = syntheticHostel({ seed: 1, start: 0, days: 1 });
 * await assertSourceConforms(source, { home: "unused", fetch });
 * ```
 */
export async function assertSourceConforms(
  source: Source,
  context: LoadContext,
): Promise<LoadedSource> {
  assert.match(source.name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const text of [source.title, source.licence, source.origin]) assert.notEqual(text, "");

  await using db = await openDatabase({ threads: 2 });
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  const first = await source.load(db, { ...context, onProgress });
  assert.equal(fractions.at(-1), 1);
  assert.equal(first.dataset, source.name);
  assert.match(first.digest, /^[0-9a-f]{64}$/);
  assert.deepEqual(
    await db.rows(`
      SELECT count(*) AS readings, count(DISTINCT source_row) AS "numbered",
        min(source_row) AS "first", max(source_row) AS "last",
        count(*) FILTER (WHERE ts IS NULL OR meter_id NOT IN (SELECT meter_id FROM meters)) AS lost
      FROM raw_readings`),
    [{
      readings: first.readings,
      numbered: first.readings,
      first: 1,
      last: first.readings,
      lost: 0,
    }],
  );
  assert.deepEqual(
    await db.rows(`
      SELECT count(DISTINCT meter_id) AS meters, count(*) FILTER (
        WHERE interval_minutes > 0 AND site_id <> '' AND time_zone <> ''
          AND (kind = 'building' OR kind = 'room' AND beds > 0)) AS described
      FROM meters`),
    [{ meters: first.meters, described: first.meters }],
  );
  const before = await db.rows("FROM raw_readings ORDER BY source_row");
  const second = await source.load(db, context);
  assert.equal(second.digest, first.digest);
  assert.deepEqual(await db.rows("FROM raw_readings ORDER BY source_row"), before);
  return first;
}
