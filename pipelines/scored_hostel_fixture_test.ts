import assert from "node:assert/strict";
import { FAULTS, FAULTY_METER, openScoredHostel } from "./scored_hostel_fixture.ts";

const HOUR = 3_600_000;

Deno.test("openScoredHostel() marks every hour of the planted faults", async () => {
  await using hostel = await openScoredHostel();
  for (const { start, hours } of FAULTS) {
    const marked = await hostel.context.db.rows(
      `SELECT ts FROM scored WHERE meter_id = ? AND label = 1 AND epoch_ms(ts) >= ? AND epoch_ms(ts) < ?`,
      [FAULTY_METER, start, start + hours * HOUR],
    );
    assert.equal(marked.length, hours, new Date(start).toISOString());
  }
});
