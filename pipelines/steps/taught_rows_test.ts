import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { joinTaught } from "./taught_rows.ts";

Deno.test("joinTaught() joins series, each row with its meter, and tells their faults apart", () => {
  const rows = (meterId: string, kwh: readonly number[], fault: readonly number[]) => ({
    x: matrix(["kwh"], kwh),
    meterIds: kwh.map(() => meterId),
    fault: Int32Array.from(fault),
  });
  const { x, meterIds, fault } = joinTaught([
    rows("a", [1, 2, 3], [-1, 4, 0]),
    rows("b", [5], [-1]),
    rows("a", [6, 7], [0, -1]),
  ]);
  assert.deepEqual([...x.values], [1, 2, 3, 5, 6, 7]);
  assert.deepEqual(meterIds, ["a", "a", "a", "b", "a", "a"]);
  assert.deepEqual([...fault], [-1, 4, 0, -1, 5, -1]);
});
