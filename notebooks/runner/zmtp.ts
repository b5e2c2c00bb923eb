/**
 * A ZeroMQ client socket in plain TypeScript over one TCP connection: ZMTP 3.0 with the NULL
 * mechanism, as a Jupyter kernel on the same machine speaks it. The native `zeromq` addon is not
 * used because under Deno its sockets stop receiving once a process has opened a second pair.
 */
import { bufferedReader } from "./buffered_reader.ts";
import { encodeFrame, readFrame, readyCommand } from "./zmtp_frame.ts";

/** An open connection to a ZeroMQ socket. */
export interface ZmtpSocket {
  /** Sends one message of one or more parts. */
  send(parts: readonly string[]): Promise<void>;
  /** The next message's parts; `undefined` once the peer has gone or the socket is closed. */
  receive(): Promise<string[] | undefined>;
  /** Closes the connection. */
  close(): void;
}

const GREETING_SIZE = 64;
const SUBSCRIBE_TO_ALL = Uint8Array.of(1);

/**
 * Connects to a ROUTER (as `DEALER`) or to a PUB socket (as `SUB`, subscribed to everything).
 *
 * @param port TCP port on 127.0.0.1.
 * @throws {Deno.errors.ConnectionRefused} When nothing listens yet.
 * @throws {SyntaxError} When the peer does not speak ZMTP 3 with the NULL mechanism.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await assert.rejects(connectZmtp(1, "SUB"), Deno.errors.ConnectionRefused);
 * ```
 */
export async function connectZmtp(port: number, socketType: "DEALER" | "SUB"): Promise<ZmtpSocket> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const reader = bufferedReader(connection);
  const write = (bytes: Uint8Array) => writeAll(connection, bytes);
  try {
    await write(greeting());
    checkGreeting(await reader.read(GREETING_SIZE));
    await write(encodeFrame({ command: true, more: false, body: readyCommand(socketType) }));
    const ready = await readFrame(reader.read);
    if (!ready?.command) {
      throw new SyntaxError("Cannot open a ZMTP connection as the peer sent no READY command");
    }
    if (socketType === "SUB") {
      await write(encodeFrame({ command: false, more: false, body: SUBSCRIBE_TO_ALL }));
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  let closed = false;

  async function receive(): Promise<string[] | undefined> {
    const parts: string[] = [];
    while (!closed) {
      const frame = await readFrame(reader.read);
      if (frame === undefined) return undefined;
      if (frame.command) continue;
      parts.push(new TextDecoder().decode(frame.body));
      if (!frame.more) return parts;
    }
  }

  return {
    async send(parts) {
      const encoder = new TextEncoder();
      const frames = parts.map((part, i) =>
        encodeFrame({ command: false, more: i < parts.length - 1, body: encoder.encode(part) })
      );
      await write(concatenate(frames));
    },
    receive,
    close() {
      if (closed) return;
      closed = true;
      connection.close();
    },
  };
}

function greeting(): Uint8Array {
  const bytes = new Uint8Array(GREETING_SIZE);
  bytes[0] = 0xff;
  bytes[9] = 0x7f;
  bytes[10] = 3;
  bytes.set(new TextEncoder().encode("NULL"), 12);
  return bytes;
}

function checkGreeting(bytes: Uint8Array | undefined): void {
  if (bytes?.[0] !== 0xff || bytes[9] !== 0x7f || bytes[10] < 3) {
    throw new SyntaxError("Cannot open a ZMTP connection as the peer does not speak ZMTP 3");
  }
  const mechanism = new TextDecoder().decode(bytes.subarray(12, 32)).replace(/\0+$/, "");
  if (mechanism !== "NULL") {
    throw new SyntaxError(
      `Cannot open a ZMTP connection as the mechanism must be "NULL": current value is "${mechanism}"`,
    );
  }
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
