import assert from "node:assert/strict";
import { type Matrix, matrix } from "../../models/mod.ts";
import { measureScoring } from "./measure_scoring.ts";

Deno.test("measureScoring() is the shortest of five batches of 1000 rows, the first one apart", async () => {
  const x = matrix(["kwh"], [1, 2, 3]);
  let time = 0;
  const batches: Matrix[] = [];
  const durations = [2, 9, 5, 7, 100, 6];
  const session = {
    score(rows: Matrix) {
      time += durations[batches.length];
      batches.push(rows);
      return Promise.resolve({
        score: new Float32Array(),
        label: new Uint8Array(),
        memberScores: new Float32Array(),
      });
    },
  };
  assert.equal(await measureScoring(session, x, () => time), 5);
  assert.deepEqual(batches.map(({ rows }) => rows), [1000, 1000, 1000, 1000, 1000, 1000]);
  assert.deepEqual([...batches[5].values.slice(-4)], [1, 2, 3, 1]);
});
