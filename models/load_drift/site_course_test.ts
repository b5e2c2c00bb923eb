import assert from "node:assert/strict";
import { siteCourse } from "./site_course.ts";

Deno.test("siteCourse() is the median of the meters that are there", () => {
  const series = [[1, 1], [2, 2], [3, 3], [4, 4], [90, NaN], [100, 100]].map((values) =>
    Float64Array.from(values)
  );
  assert.deepEqual(siteCourse(series), Float64Array.of(3.5, 3));
  assert.deepEqual(siteCourse(series.toReversed()), siteCourse(series));
});

Deno.test("siteCourse() needs five meters, and five each day", () => {
  const series = [1, 2, 3, 4, 5].map((value) => Float64Array.of(value, value > 1 ? value : NaN));
  assert.deepEqual(siteCourse(series), Float64Array.of(3, NaN));
  assert.equal(siteCourse(series.slice(1)), undefined);
  assert.equal(siteCourse([]), undefined);
});
