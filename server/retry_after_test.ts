import assert from "node:assert/strict";
import { RETRY_AFTER } from "./retry_after.ts";

Deno.test("RETRY_AFTER is a header of whole seconds", () => {
  assert.deepEqual(new Headers(RETRY_AFTER).get("retry-after"), "1");
});
