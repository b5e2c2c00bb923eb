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
