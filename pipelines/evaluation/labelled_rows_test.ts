import assert from "node:assert/strict";
import { rowsOfMeters } from "./labelled_rows.ts";

Deno.test("rowsOfMeters() keeps the order of the rows, not of the meters", () => {
  const meterIds = ["b", "a", "c", "b"];
  assert.deepEqual([...rowsOfMeters(meterIds, ["c", "b"])], [0, 2, 3]);
  assert.deepEqual([...rowsOfMeters(meterIds, [])], []);
  assert.deepEqual([...rowsOfMeters(meterIds, ["unknown"])], []);
});
