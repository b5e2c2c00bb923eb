import assert from "node:assert/strict";
import { readDouble, readInteger, readText } from "./protobuf_json.ts";
import { WholeDouble } from "./python_values.ts";

Deno.test("readText() refuses half a surrogate pair", () => {
  assert.equal(readText("🙂"), "🙂");
  assert.equal(readText("\ud83d"), undefined);
  assert.equal(readText(""), "");
});

Deno.test("readInteger() takes every int64 in whichever form it comes", () => {
  assert.equal(readInteger("9223372036854775807"), 2n ** 63n - 1n);
  assert.equal(readInteger(-(2n ** 63n)), -(2n ** 63n));
  assert.equal(readInteger(new WholeDouble("2.0")), 2);
  assert.equal(readInteger("1e3"), 1000);
  assert.equal(readInteger("-0"), 0);
});

Deno.test("readInteger() refuses what no int64 holds", () => {
  for (
    const value of [2n ** 63n, "9223372036854775808", 1e20, 1e300, new WholeDouble("1e300")]
      .concat(["9".repeat(500), "1.5", " 1", "", "inf", true as never, null as never])
  ) assert.equal(readInteger(value), undefined, String(value));
});

Deno.test("readDouble() takes numbers, flags and Python's texts of floats", () => {
  assert.deepEqual([1.5, true, " 1", "1_0.5", "inf", "-Inf", ".5", "5."].map(readDouble), [
    1.5,
    1,
    1,
    10.5,
    Infinity,
    -Infinity,
    0.5,
    5,
  ]);
  assert.ok(Number.isNaN(readDouble("NaN")));
  for (const value of ["", "abc", "1e", "0x1", "1__0", [1], null]) {
    assert.equal(readDouble(value), undefined);
  }
});
