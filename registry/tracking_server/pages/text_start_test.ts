import assert from "node:assert/strict";
import { textStart } from "./text_start.ts";

function bodyOf(...parts: readonly (string | Uint8Array<ArrayBuffer>)[]) {
  return ReadableStream.from(
    parts.map((part) => typeof part === "string" ? new TextEncoder().encode(part) : part),
  );
}

Deno.test("textStart() gives the whole of a short text, and the start of a long one", async () => {
  assert.deepEqual(await textStart(bodyOf(), 4), { text: "", cut: false });
  assert.deepEqual(await textStart(bodyOf("ab", "cd"), 4), { text: "abcd", cut: false });
  assert.deepEqual(await textStart(bodyOf("ab", "cd", "e"), 4), { text: "abcd", cut: true });
  assert.deepEqual(await textStart(bodyOf("aé€"), 4), { text: "aé", cut: true });
});

Deno.test("textStart() knows what is no text: broken UTF-8, and zero bytes", async () => {
  assert.deepEqual(await textStart(bodyOf(Uint8Array.of(0x50, 0xff)), 4), {
    text: undefined,
    cut: false,
  });
  assert.deepEqual(await textStart(bodyOf("a\0b"), 4), { text: undefined, cut: false });
  assert.deepEqual(await textStart(bodyOf(Uint8Array.of(0xe2, 0x82)), 4), {
    text: undefined,
    cut: false,
  });
});

Deno.test("textStart() reads no further than it must, and closes the file", async () => {
  let pulled = 0;
  let closed = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(10).fill(97));
    },
    cancel() {
      closed = true;
    },
  }, { highWaterMark: 0 });
  assert.equal((await textStart(body, 15)).text?.length, 15);
  assert.deepEqual([pulled, closed], [2, true]);
});
