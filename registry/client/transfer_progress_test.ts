import assert from "node:assert/strict";
import { watchedBytes, withoutFirst } from "./transfer_progress.ts";

function pieces(...sizes: number[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0;
  return new ReadableStream({
    pull(out) {
      if (sizes.length === 0) return out.close();
      out.enqueue(Uint8Array.from({ length: sizes.shift() ?? 0 }, () => next++));
    },
  }, { highWaterMark: 0 });
}

Deno.test("watchedBytes() tells of each piece as it is taken, not before", async () => {
  const seen: unknown[] = [];
  const onProgress = (progress: unknown) => seen.push(progress);
  const reader = watchedBytes(pieces(2, 3), { done: 0, total: 5 }, { onProgress }).getReader();
  assert.deepEqual(seen, []);
  assert.deepEqual((await reader.read()).value, new Uint8Array([0, 1]));
  assert.deepEqual(seen, [{ done: 2, total: 5 }]);
  await reader.read();
  assert.deepEqual(seen, [{ done: 2, total: 5 }, { done: 5, total: 5 }]);
  assert.equal((await reader.read()).done, true);
});

Deno.test("withoutFirst() drops across pieces, and all of a body that is too short", async () => {
  const rest = async (count: number) => [
    ...await new Response(withoutFirst(pieces(2, 2, 2), count)).bytes(),
  ];
  assert.deepEqual(await rest(0), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(await rest(3), [3, 4, 5]);
  assert.deepEqual(await rest(4), [4, 5]);
  assert.deepEqual(await rest(9), []);
});
