import assert from "node:assert/strict";
import { double, exactInt64, int64, pairs, toPairs } from "./wire.ts";

Deno.test("int64 reads numbers and digit strings and refuses what would be rounded", () => {
  assert.equal(int64.parse(-3), -3);
  assert.equal(int64.parse("9007199254740991"), 9007199254740991);
  assert.equal(int64.safeParse(9007199254740993n).success, false);
  assert.equal(int64.safeParse("1.5").success, false);
  assert.equal(int64.safeParse(1.5).success, false);
});

Deno.test("double reads the named non-finite values and no other text", () => {
  assert.ok(Number.isNaN(double.parse("NaN")));
  assert.equal(double.parse("Infinity"), Infinity);
  assert.equal(double.parse(0.25), 0.25);
  assert.equal(double.safeParse("0.25").success, false);
});

Deno.test("pairs reads an omitted list as empty and an omitted value as empty text", () => {
  assert.deepEqual(pairs.parse(undefined), {});
  assert.deepEqual(pairs.parse([{ key: "note" }]), { note: "" });
});

Deno.test("toPairs() inverts pairs", () => {
  const record = { b: "2", a: "1" };
  assert.deepEqual(pairs.parse(toPairs(record)), record);
});

Deno.test("exactInt64 rounds nothing", () => {
  const numbers = [7, 2n ** 63n - 1n, "-9223372036854775808", "12"].map((n) => exactInt64.parse(n));
  assert.deepEqual(numbers, [7, 9223372036854775807n, -9223372036854775808n, 12]);
  for (const wrong of [0.5, "1.0", "", null]) {
    assert.equal(exactInt64.safeParse(wrong).success, false);
  }
});
