import assert from "node:assert/strict";
import { incomingLines } from "./incoming_lines.ts";

const encoder = new TextEncoder();
const { signal } = new AbortController();

Deno.test("incomingLines() says once that no line comes, and goes on when one does", async () => {
  const { readable, writable } = new TransformStream<Uint8Array>();
  const writer = writable.getWriter();
  const lines = incomingLines(readable, signal);
  const text = async () => (await lines.next()).value?.map(({ text }: { text?: string }) => text);
  void writer.write(encoder.encode("a\nb\nc"));
  assert.deepEqual(await text(), ["a", "b"]);
  assert.deepEqual(await text(), []);
  const following = text();
  void writer.write(encoder.encode("d\n"));
  assert.deepEqual(await following, ["cd"]);
  void writer.close();
  assert.deepEqual(await text(), []);
  assert.equal(await text(), undefined);
});

Deno.test("incomingLines() reads no piece before those read are taken, but one", async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(encoder.encode("a\n"));
    },
  }, { highWaterMark: 0 });
  const lines = incomingLines(body, signal);
  await lines.next();
  await lines.next();
  assert.equal(pulled, 3);
  await lines.return(undefined);
});

Deno.test("incomingLines() stops waiting when it is aborted, and cancels the body", async () => {
  const abort = new AbortController();
  let cancelled: unknown;
  const body = new ReadableStream<Uint8Array>({ cancel: (reason) => void (cancelled = reason) });
  const waiting = incomingLines(body, abort.signal).next();
  const reason = new Error("gone");
  abort.abort(reason);
  await assert.rejects(waiting, reason);
  assert.equal(cancelled, reason);
});

Deno.test("incomingLines() reads what was sent before it is to stop, but a line without an end", async () => {
  const { readable, writable } = new TransformStream<Uint8Array>();
  const stopping = new AbortController();
  const writer = writable.getWriter();
  const lines = incomingLines(readable, signal, { stopping: stopping.signal });
  const first = lines.next();
  stopping.abort();
  writer.write(encoder.encode("a\nb")).catch(() => {});
  assert.deepEqual((await first).value, [{ number: 1, text: "a" }]);
  assert.deepEqual(await lines.next(), { done: false, value: [] });
  assert.deepEqual(await lines.next(), { done: true, value: undefined });
});

Deno.test("incomingLines() tells that its body failed before anybody asks for more", async () => {
  const failure = new Error("cut");
  const told = Promise.withResolvers<unknown>();
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulls++ > 0) return controller.error(failure);
      controller.enqueue(encoder.encode("a\n"));
    },
  }, { highWaterMark: 0 });
  const lines = incomingLines(body, signal, { onFailed: told.resolve });
  assert.deepEqual((await lines.next()).value, [{ number: 1, text: "a" }]);
  assert.equal(await told.promise, failure);
});
