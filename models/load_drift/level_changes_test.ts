import assert from "node:assert/strict";
import { changeAt, level, levelChanges } from "./level_changes.ts";

Deno.test("level() is the mean without the lowest and highest fifth", () => {
  const values = [100, 3, 1, 2, 4, 5, 6, -100, 8, 7];
  assert.equal(level(values, 0, 10), (2 + 3 + 4 + 5 + 6 + 7) / 6);
  // A fifth of seven is one.
  assert.equal(level([7, 6, 5, 4, 3, 2, 100], 0, 7), 5);
  assert.equal(level([NaN, 2, 4], 0, 3), 3);
});

Deno.test("level() needs half of the days", () => {
  assert.equal(level([1, NaN, 3, NaN], 0, 4), 2);
  assert.equal(level([1, NaN, NaN, NaN], 0, 4), NaN);
  assert.equal(level([], 0, 0), NaN);
  assert.equal(level([1, 2], 1, 3), 2);
});

Deno.test("levelChanges() knows nothing of later days", () => {
  const values = Float64Array.from({ length: 80 }, (_, day) => (day * 7) % 11);
  const later = values.map((value, day) => day < 60 ? value : 1e6);
  assert.deepEqual(levelChanges(later).subarray(0, 60), levelChanges(values).subarray(0, 60));
});

Deno.test("levelChanges() grows while a step fills the week, and ends when it is what was before", () => {
  const changes = levelChanges(Float64Array.from({ length: 100 }, (_, day) => day < 50 ? 0 : 5));
  // Of seven days the highest is set aside: of the five kept, as many as changed but one.
  assert.deepEqual([...changes.subarray(49, 57)], [0, 0, 1, 2, 3, 4, 5, 5]);
  assert.equal(changes[84], 0);
});

Deno.test("changeAt() compares with the 28 days before", () => {
  const values = Float64Array.from({ length: 60 }, (_, day) => day < 30 ? 9 : day < 58 ? 1 : 2);
  assert.equal(changeAt(values, 58, 60), 1);
  assert.equal(changeAt(values, 27, 60), NaN);
});
