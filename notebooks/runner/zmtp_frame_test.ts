import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeFrame, type Frame, readFrame, readyCommand } from "./zmtp_frame.ts";

Deno.test("encodeFrame() writes one length byte for 255 bytes and eight for 256", () => {
  const short = encodeFrame({ command: false, more: false, body: new Uint8Array(255) });
  assert.deepEqual([...short.slice(0, 3)], [0, 255, 0]);
  assert.equal(short.length, 257);
  const long = encodeFrame({ command: false, more: true, body: new Uint8Array(256) });
  assert.deepEqual([...long.slice(0, 9)], [3, 0, 0, 0, 0, 0, 0, 1, 0]);
  assert.equal(long.length, 265);
});

Deno.test("encodeFrame() marks a command with flag 4", () => {
  const bytes = encodeFrame({ command: true, more: false, body: Uint8Array.of(9) });
  assert.deepEqual([...bytes], [4, 1, 9]);
});

Deno.test("readFrame() gives back any sequence of encoded frames, then undefined", async () => {
  const frame: fc.Arbitrary<Frame> = fc.record({
    command: fc.boolean(),
    more: fc.boolean(),
    body: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.uint8Array({ minLength: 250 }))
      .map((bytes) => new Uint8Array(bytes)),
  }, { noNullPrototype: true });
  await fc.assert(fc.asyncProperty(fc.array(frame, { maxLength: 5 }), async (frames) => {
    const read = reader(new Uint8Array(frames.flatMap((one) => [...encodeFrame(one)])));
    for (const expected of frames) assert.deepEqual(await readFrame(read), expected);
    assert.equal(await readFrame(read), undefined);
  }));
});

Deno.test("readFrame() refuses a stream that ends inside a frame", async () => {
  const bytes = encodeFrame({ command: false, more: false, body: Uint8Array.of(1, 2, 3) });
  for (const size of [1, 3, 4]) {
    await assert.rejects(readFrame(reader(bytes.slice(0, size))), {
      name: "SyntaxError",
      message: "Cannot read a ZMTP frame as the stream ended inside it",
    });
  }
});

Deno.test("readFrame() refuses bytes that start no frame", async () => {
  await assert.rejects(readFrame(reader(new TextEncoder().encode("yyy"))), {
    name: "SyntaxError",
    message: "Cannot read a ZMTP frame as its first byte must be below 8: current value is 121",
  });
});

Deno.test("readyCommand() names the socket type as a property with a 4-byte length", () => {
  assert.equal(
    new TextDecoder().decode(readyCommand("DEALER")),
    "\x05READY\x0bSocket-Type\0\0\0\x06DEALER",
  );
});

function reader(bytes: Uint8Array<ArrayBuffer>) {
  let at = 0;
  return (size: number) => {
    const part = bytes.slice(at, at += size);
    return Promise.resolve(part.length === size ? part : undefined);
  };
}
