/** What the tests of modelling share: a small hostel that lies in a lake. */
import { openContext } from "../../pipelines/context.ts";
import { type Context, createProgress, type Progress } from "../../pipelines/mod.ts";
import { ingest } from "../../pipelines/steps/mod.ts";
import { sources } from "../../data/mod.ts";

/** Progress that nobody sees. */
export const silent: Progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });

/**
 * Calls `test` with a home whose lake holds `synthetic-hostel`, 24 rooms over some days.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withHostel(2, async ({ db }) => {
 *   assert.deepEqual(await db.rows("SELECT count(*) AS rooms FROM meters"), [{ rooms: 24 }]);
 * });
 * ```
 */
export async function withHostel(
  days: number,
  test: (context: Context) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await using context = await openContext({ home }, () => 0);
    const hostel = sources.syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days });
    await ingest(context, hostel, silent);
    await test(context);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
