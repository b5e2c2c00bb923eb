import assert from "node:assert/strict";
import { notebookPlace } from "./place.ts";

Deno.test("notebookPlace() is what it is given, and has nothing to close", async () => {
  const given = { folder: "notebooks", home: "data/local", now: () => 7 };
  await using place = notebookPlace(given);
  assert.deepEqual([place.folder, place.home, place.now()], ["notebooks", "data/local", 7]);
});
