import assert from "node:assert/strict";
import { standardUnits } from "./standard_units.ts";

Deno.test("standardUnits() of usual values by default are the values themselves", () => {
  const { units, averageRunLength } = standardUnits("watch", {});
  assert.deepEqual([units(-2.5), units(NaN), averageRunLength], [-2.5, NaN, 10_000]);
});

Deno.test("standardUnits() says what cannot be", () => {
  const message = (options: Parameters<typeof standardUnits>[1]) => {
    try {
      standardUnits("watch", options).units(-Infinity);
    } catch (error) {
      return (error as RangeError).message;
    }
  };
  assert.equal(
    message({ deviation: -1 }),
    "Cannot watch: expected a finite mean and a finite deviation above 0, got 0 and -1",
  );
  assert.equal(
    message({ averageRunLength: 3 }),
    "Cannot watch: expected an average run length from 10, got 3",
  );
  assert.equal(message({}), "Cannot watch: expected finite or missing values, got -Infinity");
});
