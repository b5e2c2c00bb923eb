import assert from "node:assert/strict";
import { matchReference } from "./match_reference.ts";
import { referenceColumn } from "./reference_column.ts";

function matched(reference: readonly number[], current: readonly number[]): number[] {
  return [
    ...matchReference(
      referenceColumn("x", Float64Array.from(reference)),
      Float64Array.from(current),
    ),
  ];
}

Deno.test("matchReference() of the reference's own values changes nothing", () => {
  const values = [3, 1, 2, 2, 5, 1, NaN, 4];
  assert.deepEqual(matched(values, values), values);
});

Deno.test("matchReference() undoes any change that keeps the order", () => {
  const values = [0, 1, 1, 4, 9, 16];
  assert.deepEqual(matched(values, values.map((value) => Math.exp(value) + 7)), values);
});

Deno.test("matchReference() brings another number of rows to the reference's distribution", () => {
  // The ranks of two rows are at a quarter and three quarters, of eight rows at odd sixteenths.
  assert.deepEqual(matched([10, 20, 30, 40], [7, 5]), [30, 10]);
  assert.deepEqual(
    matched([10, 20, 30, 40], [1, 2, 3, 4, 5, 6, 7, 8]),
    [10, 10, 20, 20, 30, 30, 40, 40],
  );
});

Deno.test("matchReference() interpolates between the points of a sketch", () => {
  const reference = Array.from({ length: 10_001 }, (_, i) => i);
  const current = Array.from({ length: 101 }, (_, i) => -1 / (i + 1));
  for (const [i, value] of matched(reference, current).entries()) {
    assert.ok(Math.abs(value - 10_001 * (i + 0.5) / 101) < 1, `${i}: ${value}`);
  }
});

Deno.test("matchReference() fills what went missing, spread over rows and values", () => {
  const half = Array.from({ length: 1000 }, (_, i) => i % 2 === 0 ? NaN : i);
  const filled = matched(Array.from({ length: 100 }, (_, i) => i), half);
  assert.ok(filled.every((value) => !Number.isNaN(value)));
  const given = filled.filter((_, i) => i % 2 === 0);
  const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
  assert.ok(Math.abs(mean - 49.5) < 1);
});

Deno.test("matchReference() leaves as large a share missing as the reference has", () => {
  const reference = [NaN, 1, 2, 3];
  const missing = (current: readonly number[]) =>
    matched(reference, current).filter((value) => Number.isNaN(value)).length;
  assert.equal(missing([NaN, NaN, NaN, 5, 6, 7, 8, 9]), 2);
  assert.equal(missing([NaN, 4, 5, 6, 7, 8, 9, 10]), 1);
  assert.equal(missing(new Array(8).fill(NaN)), 2);
});

Deno.test("matchReference() to a reference without values changes nothing", () => {
  assert.deepEqual(matched([NaN, NaN], [1, NaN]), [1, NaN]);
});
