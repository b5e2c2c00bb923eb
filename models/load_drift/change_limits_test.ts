import assert from "node:assert/strict";
import { random } from "../random.ts";
import { chunkChanges, chunkLimit, noChangeFloor, usualChange } from "./change_limits.ts";
import { changeAt } from "./level_changes.ts";

Deno.test("usualChange() is the 95 % quantile of the sizes within the reference", () => {
  const changes = Float64Array.from({ length: 200 }, (_, day) => day < 101 ? -day : 1e6);
  assert.equal(usualChange(changes, { from: 0, to: 101 }), 95);
});

Deno.test("usualChange() needs 42 days that are there", () => {
  const changes = Float64Array.from({ length: 100 }, (_, day) => day < 42 ? 1 : NaN);
  assert.equal(usualChange(changes, { from: 0, to: 100 }), 1);
  assert.equal(usualChange(changes, { from: 1, to: 100 }), NaN);
});

Deno.test("noChangeFloor() is exceeded by one change in twenty of independent days", () => {
  const next = random(3);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const residuals = Float64Array.from({ length: 40_000 }, () => 0.1 * normal());
  const floor = noChangeFloor(residuals, { from: 0, to: 40_000 }, 28);
  // 1.96 · 0.1 · √(2 / 28); the trimmed mean strays 3 % more than the mean.
  assert.ok(Math.abs(floor - 0.0524) < 0.001, String(floor));
  const above = Array.from({ length: 700 }, (_, k) => changeAt(residuals, 56 * k + 28, 56 * k + 56))
    .filter((change) => Math.abs(change) > floor).length;
  // 35 expected if the mean were not trimmed, with a standard deviation of 6.
  assert.ok(above > 20 && above < 65, String(above));
});

Deno.test("noChangeFloor() passes over gaps and slow changes", () => {
  const slow = Float64Array.from({ length: 100 }, (_, day) => day % 3 === 0 ? NaN : day);
  // Neighbours differ by 1.
  const expected = 1.96 * 1.4826 * Math.SQRT1_2 * Math.sqrt(1 / 7 + 1 / 28);
  assert.ok(Math.abs(noChangeFloor(slow, { from: 0, to: 100 }, 7) - expected) < 1e-12);
  assert.equal(noChangeFloor(slow, { from: 0, to: 1 }, 7), NaN);
});

Deno.test("chunkChanges() compares parts of the reference with the 28 days before each", () => {
  const residuals = Float64Array.from({ length: 80 }, (_, day) => day < 42 ? 1 : 3);
  const chunks = chunkChanges(residuals, { from: 0, to: 70 }, 14);
  assert.equal(chunks.length, 5);
  assert.deepEqual([...chunks], [28, 35, 42, 49, 56].map((at) => changeAt(residuals, at, at + 14)));
  assert.deepEqual([chunks[0], chunks[2]], [0, 2]);
  assert.equal(chunkChanges(residuals, { from: 0, to: 41 }, 14).length, 0);
});

Deno.test("chunkLimit() is four standard deviations above the size of the mean", () => {
  // Mean -2, standard deviation 1.
  assert.equal(chunkLimit([-1, -3, -1, -3, -1, -3]), 6);
  assert.equal(chunkLimit([1, 1, 1, 1, 1, 1]), 1);
  assert.equal(chunkLimit([1, 1, 1, 1, 1, NaN]), NaN);
});
