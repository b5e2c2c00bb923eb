import assert from "node:assert/strict";
import { otherColumns, requiredColumns } from "./required_columns.ts";

Deno.test("requiredColumns() names the lacking column and the ones there are", () => {
  assert.throws(() => requiredColumns("fit it", { columns: ["kwh", "hour"] }, ["hour", "month"]), {
    name: "RangeError",
    message: 'Cannot fit it: expected a column "month", got [kwh, hour]',
  });
});

Deno.test("requiredColumns() follows the order asked for, not that of the matrix", () => {
  const columns = ["hour", "kwh", "weekday"];
  assert.deepEqual(requiredColumns("fit it", { columns }, ["weekday", "hour"]), [2, 0]);
  assert.deepEqual(requiredColumns("fit it", { columns }, []), []);
});

Deno.test("otherColumns() is what requiredColumns() leaves", () => {
  const columns = ["hour", "kwh", "weekday", "change"];
  assert.deepEqual(otherColumns({ columns }, ["weekday", "hour"]), [1, 3]);
  assert.deepEqual(otherColumns({ columns }, []), [0, 1, 2, 3]);
  assert.deepEqual(otherColumns({ columns: ["hour"] }, ["hour"]), []);
});
