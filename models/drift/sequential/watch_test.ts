import assert from "node:assert/strict";
import { cusum } from "./cusum.ts";
import { watch } from "./watch.ts";

Deno.test("watch() takes values in order, and of none gives the state it has", () => {
  const detector = cusum();
  const state = watch(detector, new Set([1, 3]));
  assert.deepEqual(state, detector.update(detector.update(detector.start(), 1), 3));
  assert.equal(watch(detector, [], state), state);
  assert.deepEqual(watch(detector, []), detector.start());
});
