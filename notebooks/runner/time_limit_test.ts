import assert from "node:assert/strict";
import { withinTime } from "./time_limit.ts";

Deno.test("withinTime() passes a value and a rejection on and leaves no timer", async () => {
  assert.equal(await withinTime(60_000, Promise.resolve("a"), () => new Error("Late")), "a");
  const failing = withinTime(60_000, Promise.reject(new TypeError("Bad")), () => new Error("Late"));
  await assert.rejects(failing, { name: "TypeError", message: "Bad" });
});

Deno.test("withinTime() throws the late error when the work does not end", async () => {
  const { promise } = Promise.withResolvers<never>();
  await assert.rejects(withinTime(1, promise, () => new RangeError("Late")), {
    name: "RangeError",
    message: "Late",
  });
});
