import assert from "node:assert/strict";
import { readInput } from "./read_input.ts";

Deno.test("readInput() ends with the input, after all that it holds", async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const input = readInput(readable);
  let hasEnded = false;
  const ended = input.ended.then(() => void (hasEnded = true));
  const writer = writable.getWriter();
  for (const byte of [1, 2, 3]) await writer.write(Uint8Array.of(byte));
  assert.equal(hasEnded, false);
  await writer.close();
  await ended;
});

Deno.test("readInput() reads no more once it is disposed of", async () => {
  const reasons: unknown[] = [];
  const readable = new ReadableStream<Uint8Array>({
    cancel: (reason) => void reasons.push(reason),
  });
  const input = readInput(readable);
  await input[Symbol.asyncDispose]();
  await input.ended;
  assert.deepEqual(reasons, [undefined]);
});
