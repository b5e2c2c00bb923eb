import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";
import { readRunTotals } from "./run_totals.ts";

Deno.test("readRunTotals() counts active runs of the one experiment, the fixture's own among them", () => {
  withDatabase((database) => {
    database.run("INSERT INTO experiments VALUES (5, 'other', '', 'active', 0, 0)");
    for (
      const [id, experiment, start, stage] of [
        ["a", 0, 30, "active"],
        ["b", 0, 20, "active"],
        ["c", 0, 90, "deleted"],
        ["d", 5, 80, "active"],
      ] as const
    ) {
      database.run(
        "INSERT INTO runs VALUES (?, 'n', ?, '', 'RUNNING', ?, NULL, '', ?)",
        ...[id, experiment, start, stage],
      );
    }
    assert.deepEqual(readRunTotals(database, "0"), { count: 3, latest_start: 30 });
    assert.deepEqual(readRunTotals(database, "5"), { count: 1, latest_start: 80 });
  });
});
