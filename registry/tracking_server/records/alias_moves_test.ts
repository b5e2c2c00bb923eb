import assert from "node:assert/strict";
import { readAliasMoves, recordAliasEnds, recordAliasMove } from "./alias_moves.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("recordAliasMove() notes what changes, recordAliasEnds() what ends with its version", () => {
  withDatabase((database) => {
    database.run("INSERT INTO registered_models VALUES ('load', NULL, 1, 1)");
    for (const version of [1, 2]) {
      database.run(
        `INSERT INTO model_versions VALUES ('load', ?, NULL, 's', 's', '', '', NULL, 'None', 1, 1, 'active')`,
        version,
      );
    }
    const rows = "INSERT INTO registered_model_aliases VALUES ('load', ?, ?)";
    recordAliasMove(database, { name: "load", alias: "champion", to: 1 }, 10);
    database.run(rows, "champion", 1);
    recordAliasMove(database, { name: "load", alias: "champion", to: 1 }, 11);
    recordAliasMove(database, { name: "load", alias: "none", to: null }, 12);
    database.run(rows, "shadow", 2);
    recordAliasEnds(database, { name: "load", version: 2 }, 13);
    recordAliasEnds(database, { name: "load" }, 14);
    const end = { to_version: undefined };
    const moves = [
      { alias: "shadow", time: 14, from_version: "2", ...end },
      { alias: "champion", time: 14, from_version: "1", ...end },
      { alias: "shadow", time: 13, from_version: "2", ...end },
      { alias: "champion", time: 10, from_version: undefined, to_version: "1" },
    ];
    assert.deepEqual(readAliasMoves(database, { name: "load" }, { size: 9 }).items, moves);
    const first = readAliasMoves(database, { name: "load" }, { size: 3 });
    assert.deepEqual(first.items, moves.slice(0, 3));
    const token = first.nextPageToken;
    assert.deepEqual(readAliasMoves(database, { name: "load" }, { size: 3, token }).items, [
      moves[3],
    ]);
  });
});
