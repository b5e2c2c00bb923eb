import assert from "node:assert/strict";
import { orRefused } from "./or_refused.ts";

Deno.test("orRefused() keeps nothing of work that succeeds and throws what is no refusal", async () => {
  const refused = {};
  await orRefused(refused, "calm", () => Promise.resolve());
  await assert.rejects(
    orRefused(refused, "broken", () => Promise.reject(new TypeError("Cannot read"))),
    { name: "TypeError", message: "Cannot read" },
  );
  assert.deepEqual(refused, {});
});

Deno.test("orRefused() keeps the reason of a refusal under the name", async () => {
  const refused = { earlier: "Cannot fit" };
  await orRefused(refused, "shy", () => {
    throw new RangeError("Cannot fit to zero rows");
  });
  assert.deepEqual(refused, { earlier: "Cannot fit", shy: "Cannot fit to zero rows" });
});
