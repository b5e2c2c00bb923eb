import assert from "node:assert/strict";
import { datatypes } from "./datatypes.ts";

// Bytes by hand: IEEE 754 and two's complement, little-endian.
const values: readonly [type: string, bytes: number[], value: number][] = [
  ["BOOL", [2], 1],
  ["UINT8", [0xff], 255],
  ["UINT16", [0x01, 0x80], 32769],
  ["UINT32", [0xff, 0xff, 0xff, 0xff], 4294967295],
  ["UINT64", [0, 0, 0, 0, 1, 0, 0, 0], 4294967296],
  ["INT8", [0xff], -1],
  ["INT16", [0, 0x80], -32768],
  ["INT32", [0xfe, 0xff, 0xff, 0xff], -2],
  ["INT64", [0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], -3],
  ["FP16", [0x00, 0xc1], -2.5],
  ["FP32", [0, 0, 0x20, 0xc0], -2.5],
  ["FP64", [0, 0, 0, 0, 0, 0, 0x04, 0xc0], -2.5],
];

Deno.test("datatypes read little-endian values of their size", () => {
  assert.deepEqual(Object.keys(datatypes), values.map(([type]) => type));
  for (const [type, bytes, value] of values) {
    const { bytes: size, at } = datatypes[type];
    assert.equal(bytes.length, size, type);
    assert.equal(at(new DataView(Uint8Array.of(9, ...bytes).buffer), 1), value, type);
  }
});

Deno.test("datatypes hold the JSON values in their range", () => {
  const held = (value: unknown) =>
    Object.keys(datatypes).filter((type) => datatypes[type].holds(value));
  const reals = ["FP16", "FP32", "FP64"];
  assert.deepEqual(held(true), ["BOOL"]);
  assert.deepEqual(held(null), reals);
  assert.deepEqual(held(0.5), reals);
  assert.deepEqual(held(-129), ["INT16", "INT32", "INT64", ...reals]);
  assert.deepEqual(held(2 ** 32), ["UINT64", "INT64", ...reals]);
  assert.deepEqual(held("1"), []);
});
