import assert from "node:assert/strict";
import { best } from "./best.ts";

Deno.test("best() sorts by value, the earlier of equal ones first and the untried last", () => {
  const observed = [null, 1, -3, 1, 2].map((value, at) => ({ value, at }));
  assert.deepEqual(best(observed, 9).map(({ at }) => at), [4, 1, 3, 2, 0]);
  assert.deepEqual(best(observed, 2).map(({ at }) => at), [4, 1]);
  assert.deepEqual(best([], 2), []);
});
