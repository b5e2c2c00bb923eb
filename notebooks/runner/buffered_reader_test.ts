import assert from "node:assert/strict";
import fc from "fast-check";
import { bufferedReader } from "./buffered_reader.ts";

Deno.test("read() gives the bytes in order, whatever the sizes in which they come", async () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { minLength: 1 });
  await fc.assert(fc.asyncProperty(chunks, fc.integer({ min: 1, max: 30 }), async (list, size) => {
    const bytes = list.flatMap((chunk) => [...chunk]);
    const { read } = bufferedReader(connection(list));
    for (let at = 0; at + size <= bytes.length; at += size) {
      assert.deepEqual([...(await read(size))!], bytes.slice(at, at + size));
    }
    assert.equal(await read(size), undefined);
  }));
});

Deno.test("bufferedReader() takes more than it has room for before anybody reads", async () => {
  const chunk = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
  const { read } = bufferedReader(connection(new Array(20).fill(chunk)));
  await new Promise((resolve) => setTimeout(resolve));
  for (let i = 0; i < 20; i++) assert.deepEqual(await read(chunk.length), chunk);
  assert.equal(await read(1), undefined);
});

Deno.test("read() tells why the connection failed", async () => {
  const failing = { read: () => Promise.reject(new TypeError("Broken")) };
  await assert.rejects(bufferedReader(failing).read(1), { name: "TypeError", message: "Broken" });
});

Deno.test("read() takes a reset connection for its end", async () => {
  const reset = { read: () => Promise.reject(new Deno.errors.ConnectionReset()) };
  assert.equal(await bufferedReader(reset).read(1), undefined);
});

/** Says the chunks, in parts where the reader has no room for a whole one, and ends. */
function connection(chunks: readonly Uint8Array[]) {
  const left = [...chunks];
  return {
    read(into: Uint8Array) {
      if (left.length === 0) return Promise.resolve(null);
      const part = left[0].subarray(0, into.length);
      into.set(part);
      if (part.length === left[0].length) left.shift();
      else left[0] = left[0].subarray(part.length);
      return Promise.resolve(part.length);
    },
  };
}
