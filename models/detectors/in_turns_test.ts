import assert from "node:assert/strict";
import { inTurns } from "./in_turns.ts";

Deno.test("inTurns() covers all rows once and says before each stretch what is done", async () => {
  const seen = new Uint8Array(1200);
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  await inTurns(1200, { seed: 1, onProgress }, (start, end) => {
    for (let row = start; row < end; row++) seen[row]++;
  });
  assert.ok(seen.every((times) => times === 1));
  assert.deepEqual(fractions, [0, 512 / 1200, 1024 / 1200]);
});

Deno.test("inTurns() lets a timer stop it between two stretches", async () => {
  const stop = new AbortController();
  const starts: number[] = [];
  const work = (start: number) => {
    starts.push(start);
    setTimeout(() => stop.abort());
  };
  await assert.rejects(inTurns(5000, { seed: 1, signal: stop.signal }, work), {
    name: "AbortError",
  });
  assert.ok(starts.length < 3, `went on to ${starts}`);
});

Deno.test("inTurns() does nothing for no rows", async () => {
  const onProgress = () => assert.fail("nothing to report");
  await inTurns(0, { seed: 1, onProgress }, () => assert.fail("nothing to do"));
});
