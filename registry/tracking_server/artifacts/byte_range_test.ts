import assert from "node:assert/strict";
import { askedRange } from "./byte_range.ts";

// The examples of RFC 9110, section 14.1.2, for a representation of 10,000 bytes.
Deno.test("askedRange() reads the examples of the standard", () => {
  assert.deepEqual(askedRange("bytes=0-499", 10_000), { first: 0, last: 499 });
  assert.deepEqual(askedRange("bytes=500-999", 10_000), { first: 500, last: 999 });
  assert.deepEqual(askedRange("bytes=-500", 10_000), { first: 9500, last: 9999 });
  assert.deepEqual(askedRange("bytes=9500-", 10_000), { first: 9500, last: 9999 });
});

Deno.test("askedRange() cuts at the end, and finds what lies behind it unsatisfiable", () => {
  assert.deepEqual(askedRange("bytes=5-99", 10), { first: 5, last: 9 });
  assert.deepEqual(askedRange("bytes=-99", 10), { first: 0, last: 9 });
  for (const [header, size] of [["bytes=10-", 10], ["bytes=0-", 0], ["bytes=-0", 10]] as const) {
    assert.equal(askedRange(header, size), "unsatisfiable", header);
  }
});

Deno.test("askedRange() leaves several ranges, other units and malformed ones unread", () => {
  const headers = [null, "", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"];
  for (const header of headers) assert.equal(askedRange(header, 10), undefined, String(header));
});
