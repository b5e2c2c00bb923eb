/** Small batches in this thread, the others in a worker: the way there costs more than a few rows. */
import type { ScoringSession } from "../../models/onnx/session.ts";
import type { RowRunner } from "./row_runner.ts";

/**
 * Rows that are scored in this thread. On the model of the demo a batch costs 110 µs of processor
 * time and 10 µs a row here, and twice that with the way to a worker and back; sixteen rows hold up
 * the answering of other requests by a third of a millisecond.
 */
const NEAR_ROWS = 16;

/**
 * Joins a session of this thread and a runner of the same model in others.
 *
 * @param near Scores batches of up to 16 rows; it is closed with the result.
 * @param far Scores the longer ones; it too.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openSession } from "../../models/onnx/session.ts";
 * import { createSessionPool } from "./session_pool.ts";
 * import { smallModel, waves } from "./small_model_fixture.ts";
 * const bytes = await smallModel();
 * await using pool = createSessionPool({ workers: 1 });
 * const runner = nearRunner(await openSession(bytes), await pool.open(bytes));
 * const { score } = await runner.run(Float32Array.from(waves(3).values), 3);
 * assert.equal(score.length, 3);
 * await runner.close();
 * ```
 */
export function nearRunner(near: ScoringSession, far: RowRunner): RowRunner {
  const { columns, members, threshold, metadata } = near;
  return {
    columns,
    members,
    threshold,
    metadata,
    run: (values, rows) =>
      rows <= NEAR_ROWS ? near.score({ columns, rows, values }) : far.run(values, rows),
    async close() {
      await Promise.all([near.close(), far.close()]);
    },
  };
}
