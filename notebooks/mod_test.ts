import assert from "node:assert/strict";
import * as wattbook from "./mod.ts";

Deno.test("notebooks/mod.ts exports exactly these values", () => {
  assert.deepEqual(Object.keys(wattbook), [
    "SqlError",
    "close",
    "context",
    "keyFigures",
    "openDataset",
    "sql",
    "table",
  ]);
});
