/** What the tests of sections look at: a month of a small hostel and the months before it. */
import { join } from "node:path";
import { type Database, openDatabase, sqlString } from "../../data/duckdb/mod.ts";
import { openDataset } from "../commands/open_dataset.ts";
import type { Context } from "../context.ts";
import { withChampionHome } from "../champion_home_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import type { MonitoringInput, Span } from "./section.ts";

/** The judged month: nothing changes in it. */
export const JUNE: Span = { from: Date.UTC(2024, 5, 1), to: Date.UTC(2024, 6, 1) };

/** What it is judged by. */
export const BEFORE_JUNE: Span = { from: Date.UTC(2024, 0, 1), to: JUNE.from };

/** Time column by relation: what is known after the window can be told by it. */
const RELATIONS = {
  readings: "ts",
  meters: null,
  weather: "ts",
  issues: '"from"',
  rejected: "ts",
  features: "ts",
} as const;

/**
 * Trains on a hostel, opens its dataset with the model, runs a test and cleans up.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withHostelInput(({ model, window }) => {
 *   assert.deepEqual([model.version, window], ["1", JUNE]);
 * });
 * ```
 */
export async function withHostelInput(
  use: (input: MonitoringInput, context: Context) => Promise<void> | void,
): Promise<void> {
  await withChampionHome(async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const uri = "models:/energy-anomaly@champion";
    const { model } = await openDataset(context, { dataset, model: uri }, silent);
    try {
      await use(
        { db: context.db, model, dataset, window: JUNE, reference: BEFORE_JUNE },
        context,
      );
    } finally {
      await model.session.close();
    }
  });
}

/**
 * The relations of an input as tables of another database, in another order of rows and without
 * those after `until`. Close it in the end.
 *
 * @param until Epoch milliseconds, exclusive.
 *
 * @example
 * ```ts ignore
 * await using known = await shuffledUntil(input.db, input.window.to);
 * const result = await section.compute({ ...input, db: known });
 * ```
 */
export async function shuffledUntil(db: Database, until: number): Promise<Database> {
  const folder = await Deno.makeTempDir();
  try {
    const other = await openDatabase();
    for (const [name, time] of Object.entries(RELATIONS)) {
      const file = sqlString(join(folder, `${name}.parquet`));
      const condition = time === null ? "true" : `${time} < make_timestamp(${until * 1000})`;
      await db.run(
        `COPY (SELECT * FROM ${name} r WHERE ${condition} ORDER BY hash(r::VARCHAR)) TO ${file}`,
      );
      await other.run(`CREATE TABLE ${name} AS FROM read_parquet(${file})`);
    }
    return other;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
