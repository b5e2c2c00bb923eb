import assert from "node:assert/strict";
import { shortName } from "./short_name.ts";

Deno.test("shortName() keeps what fits and cuts the rest to the very length", () => {
  assert.equal(shortName("room-101", 8), "room-101");
  assert.equal(shortName("room-101", 7), "roo…101");
  assert.equal(shortName("room-101", 6), "roo…01");
  assert.equal(shortName("room-101", 1), "…");
});

Deno.test("shortName() cuts no emoji in two", () => {
  assert.equal(shortName("🏠🏠🏠🏠🏠", 3), "🏠…🏠");
});
