import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { evaluationData } from "./evaluation_data_fixture.ts";
import { rowsOfMeters, rowsToLearnFrom, usualToLearnFrom } from "./labelled_rows.ts";

Deno.test("rowsOfMeters() keeps the order of the rows, not of the meters", () => {
  const meterIds = ["b", "a", "c", "b"];
  assert.deepEqual([...rowsOfMeters(meterIds, ["c", "b"])], [0, 2, 3]);
  assert.deepEqual([...rowsOfMeters(meterIds, [])], []);
  assert.deepEqual([...rowsOfMeters(meterIds, ["unknown"])], []);
});

Deno.test("rowsToLearnFrom() takes the rows to learn from where there are such, else the judged", () => {
  const { judged } = evaluationData();
  const taught = {
    x: matrix(["kwh"], [1, 2, 3]),
    meterIds: ["b", "a", "b"],
    fault: Int32Array.of(7, 0, -1),
  };
  const { x, labels, fault } = rowsToLearnFrom({ judged, taught }, ["b"]);
  assert.deepEqual([[...x.values], [...labels], [...fault ?? []]], [[1, 3], [1, 0], [7, -1]]);
  assert.deepEqual(rowsToLearnFrom({ judged }, ["b"]).labels, judged.label.slice(240, 480));
});

Deno.test("usualToLearnFrom() adds the usual hours of meters that cannot be judged, in the order of the rows", () => {
  const usual = {
    x: matrix(["kwh"], [1, 2, 3, 4, 5]),
    meterIds: ["b", "dead", "a", "c", "dead"],
    ts: new Float64Array(5),
    kwh: new Float64Array(5),
    expectedKwh: new Float64Array(5),
  };
  const values = (leftOut: string[]) => [...usualToLearnFrom({ usual, leftOut }, ["a"]).values];
  assert.deepEqual(values(["dead"]), [2, 3, 5]);
  assert.deepEqual(values([]), [3]);
});
