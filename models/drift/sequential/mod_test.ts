import assert from "node:assert/strict";
import { changeDetectors } from "./mod.ts";

Deno.test("changeDetectors lists every change detector under its name", () => {
  assert.deepEqual(Object.keys(changeDetectors), ["cusum", "page_hinkley", "adwin"]);
  for (const [key, make] of Object.entries(changeDetectors)) assert.equal(make().name, key);
});
