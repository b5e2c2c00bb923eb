import assert from "node:assert/strict";
import { sha256 } from "../../registry/mod.ts";
import { judgedDigest } from "./judged_digest.ts";

const rows = {
  meterIds: ["a", "b"],
  ts: Float64Array.of(0, 2),
  kwh: Float64Array.of(1, 0.5),
  label: Uint8Array.of(0, 1),
  fault: Int32Array.of(-1, 3),
};

Deno.test("judgedDigest() is the SHA-256 of meters, times, readings, labels and faults", async () => {
  const bytes = Uint8Array.of(
    ...new TextEncoder().encode('["a","b"]'),
    // 0 and 2, then 1 and 0.5, as IEEE 754 doubles, least byte first.
    ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40],
    ...[0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f],
    ...[0, 1],
    ...[0xff, 0xff, 0xff, 0xff, 3, 0, 0, 0],
  );
  assert.equal(judgedDigest(rows), await sha256(bytes));
});

Deno.test("judgedDigest() differs where any column does, and not where the buffer has more", () => {
  const others = [
    { meterIds: ["a", "c"] },
    { ts: Float64Array.of(0, 3) },
    { kwh: Float64Array.of(1, 0.25) },
    { label: Uint8Array.of(1, 1) },
    { fault: Int32Array.of(-1, 2) },
  ];
  const digests = [rows, ...others.map((other) => ({ ...rows, ...other }))].map(judgedDigest);
  assert.equal(new Set(digests).size, 6);
  const part = { ...rows, kwh: Float64Array.of(9, 1, 0.5, 9).subarray(1, 3) };
  assert.equal(judgedDigest(part), digests[0]);
});
