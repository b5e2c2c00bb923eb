import assert from "node:assert/strict";
import { connectZmtp } from "./zmtp.ts";

// The peer's half of the handshake, written out byte by byte from the ZMTP 3.0 specification.
const GREETING = bytesOf("\xff\0\0\0\0\0\0\0\0\x7f\x03\0NULL", 64);
const READY = bytesOf("\x04\x1c\x05READY\x0bSocket-Type\0\0\0\x06ROUTER");

Deno.test("connectZmtp() sends greeting, READY and the parts of a message as frames", async () => {
  await using peer = listen([GREETING, READY]);
  const socket = await connectZmtp(peer.port, "DEALER");
  await socket.send(["a", "", "é"]);
  socket.close();
  assert.deepEqual(
    await peer.received,
    concat(GREETING, READY_DEALER, bytesOf("\x01\x01a\x01\x00\x00\x02\xc3\xa9")),
  );
});

const READY_DEALER = bytesOf("\x04\x1c\x05READY\x0bSocket-Type\0\0\0\x06DEALER");

Deno.test("connectZmtp() as SUB subscribes to everything", async () => {
  await using peer = listen([GREETING, READY]);
  (await connectZmtp(peer.port, "SUB")).close();
  const received = await peer.received;
  assert.deepEqual(received.slice(-3), bytesOf("\x00\x01\x01"));
});

Deno.test("receive() joins frames to messages, skips commands and ends with the peer", async () => {
  const messages = bytesOf("\x01\x01a\x00\x02bc\x04\x01p\x00\x00");
  await using peer = listen([GREETING, READY, messages], { hangUp: true });
  const socket = await connectZmtp(peer.port, "DEALER");
  assert.deepEqual(await socket.receive(), ["a", "bc"]);
  assert.deepEqual(await socket.receive(), [""]);
  assert.equal(await socket.receive(), undefined);
  socket.close();
});

Deno.test("receive() ends when the socket is closed while it waits", async () => {
  await using peer = listen([GREETING, READY]);
  const socket = await connectZmtp(peer.port, "SUB");
  const waiting = socket.receive();
  socket.close();
  assert.equal(await waiting, undefined);
});

Deno.test("connectZmtp() refuses a peer of another protocol or mechanism", async () => {
  await using http = listen([bytesOf("HTTP/1.1 400 Bad Request\r\n", 64)]);
  await assert.rejects(connectZmtp(http.port, "SUB"), {
    name: "SyntaxError",
    message: "Cannot open a ZMTP connection as the peer does not speak ZMTP 3",
  });
  await using plain = listen([bytesOf("\xff\0\0\0\0\0\0\0\0\x7f\x03\0PLAIN", 64)]);
  await assert.rejects(connectZmtp(plain.port, "SUB"), {
    name: "SyntaxError",
    message:
      'Cannot open a ZMTP connection as the mechanism must be "NULL": current value is "PLAIN"',
  });
});

/** A peer that says `parts` to its first visitor and keeps what it hears until the visitor goes. */
function listen(parts: Uint8Array[], { hangUp = false } = {}) {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const received = (async () => {
    const connection = await listener.accept();
    for (const part of parts) await connection.write(part);
    if (hangUp) await connection.closeWrite();
    const heard: number[] = [];
    const buffer = new Uint8Array(1024);
    for (let size; (size = await connection.read(buffer)) !== null;) {
      heard.push(...buffer.subarray(0, size));
    }
    connection.close();
    return Uint8Array.from(heard);
  })();
  return {
    port: listener.addr.port,
    received,
    async [Symbol.asyncDispose]() {
      await received;
      listener.close();
    },
  };
}

function bytesOf(text: string, size = text.length): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => i < text.length ? text.charCodeAt(i) : 0);
}

function concat(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
