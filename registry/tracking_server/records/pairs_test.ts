import assert from "node:assert/strict";
import { orAbsent, pairOwners, type PairTable, readPairs, removePair, writePair } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("pairs are replaced by key, read by key and removed once, in every table", () => {
  withDatabase((database) => {
    database.run("PRAGMA foreign_keys = OFF");
    for (const table of Object.keys(pairOwners) as PairTable[]) {
      const owner = pairOwners[table].map(() => 7);
      writePair(database, table, owner, { key: "b", value: "1" });
      writePair(database, table, owner, { key: "a", value: "2" });
      writePair(database, table, owner, { key: "b", value: "3" });
      assert.deepEqual(readPairs(database, table, owner), [
        { key: "a", value: "2" },
        { key: "b", value: "3" },
      ], table);
      assert.equal(removePair(database, table, owner, "b"), true);
      assert.equal(removePair(database, table, owner, "b"), false);
      assert.deepEqual(readPairs(database, table, pairOwners[table].map(() => 8)), []);
    }
  });
});

Deno.test("orAbsent() leaves out what is empty only", () => {
  assert.deepEqual([orAbsent([]), orAbsent([0])], [undefined, [0]]);
});
