import assert from "node:assert/strict";
import { turns } from "./turns.ts";

Deno.test("turns() pauses each time the work of a turn is done, and tells", async () => {
  let told = 0;
  const turn = turns(10, undefined, () => told++);
  const pauses = [4, 4, 4, 9, 1, 30, 9].map((work) => turn(work));
  assert.deepEqual(pauses.map((wait) => wait !== undefined), [
    ...[false, false, true, false, true],
    ...[true, false],
  ]);
  assert.equal(told, 3);
  await Promise.all(pauses);
});

Deno.test("turns() hears what happens while it pauses", async () => {
  const stop = new AbortController();
  const turn = turns(10, stop.signal);
  setTimeout(() => stop.abort());
  assert.equal(turn(9), undefined);
  await assert.rejects(async () => await turn(1), { name: "AbortError" });
});
