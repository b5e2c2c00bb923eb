import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { shifted } from "../detectors/window.ts";
import { startBackend } from "./backend.ts";
import { oneStepLater } from "./one_step_later.ts";

Deno.test("oneStepLater() does to each window what shifted does to one", async () => {
  await startBackend("wasm");
  const rows = [[1, 2, 3], [4, 5, 6]];
  const later = oneStepLater(tf.tensor2d(rows)).arraySync();
  assert.deepEqual(later, [[0, 1, 2], [0, 4, 5]]);
  assert.deepEqual(later, rows.map((row) => [...shifted(Float64Array.from(row))]));
  assert.deepEqual(oneStepLater(tf.tensor2d([[7]])).arraySync(), [[0]]);
});
