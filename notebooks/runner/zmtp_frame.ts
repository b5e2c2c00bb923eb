/** Frames of ZMTP 3.0, the wire protocol of ZeroMQ: https://rfc.zeromq.org/spec/23/ */

const MORE = 1;
const LONG = 2;
const COMMAND = 4;
const RESERVED = 0xff & ~(MORE | LONG | COMMAND);

/** One frame: a part of a message, or a command of the protocol itself. */
export interface Frame {
  readonly command: boolean;
  /** Whether more frames of the same message follow. */
  readonly more: boolean;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The bytes of a frame: flags, length (one byte up to 255, else eight, big-endian), body.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const body = new TextEncoder().encode("hi");
 * assert.deepEqual([...encodeFrame({ command: false, more: true, body })], [1, 2, 104, 105]);
 * ```
 */
export function encodeFrame({ command, more, body }: Frame): Uint8Array<ArrayBuffer> {
  const long = body.length > 255;
  const start = long ? 9 : 2;
  const bytes = new Uint8Array(start + body.length);
  bytes[0] = (more ? MORE : 0) | (long ? LONG : 0) | (command ? COMMAND : 0);
  if (long) new DataView(bytes.buffer).setBigUint64(1, BigInt(body.length));
  else bytes[1] = body.length;
  bytes.set(body, start);
  return bytes;
}

/**
 * Reads the next frame.
 *
 * @param read Resolves to exactly that many bytes, or to `undefined` where the stream has ended.
 * @returns `undefined` where the stream ends between two frames.
 * @throws {SyntaxError} When the stream ends inside a frame, or no frame starts here.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bytes = Uint8Array.of(0, 1, 7);
 * let at = 0;
 * const frame = await readFrame((size) => Promise.resolve(bytes.slice(at, at += size)));
 * assert.deepEqual(frame, { command: false, more: false, body: Uint8Array.of(7) });
 * ```
 */
export async function readFrame(
  read: (size: number) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Frame | undefined> {
  const flags = (await read(1))?.[0];
  if (flags === undefined) return undefined;
  if (flags & RESERVED) {
    throw new SyntaxError(
      `Cannot read a ZMTP frame as its first byte must be below 8: current value is ${flags}`,
    );
  }
  const length = await read(flags & LONG ? 8 : 1);
  const size = length &&
    (flags & LONG
      ? Number(new DataView(length.buffer, length.byteOffset).getBigUint64(0))
      : length[0]);
  const body = size === undefined ? undefined : size === 0 ? new Uint8Array() : await read(size);
  if (body === undefined) {
    throw new SyntaxError("Cannot read a ZMTP frame as the stream ended inside it");
  }
  return { command: (flags & COMMAND) !== 0, more: (flags & MORE) !== 0, body };
}

/**
 * The body of the `READY` command, which opens a connection of the NULL mechanism.
 *
 * @param socketType As ZeroMQ spells it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = new TextDecoder().decode(readyCommand("SUB"));
 * assert.equal(text, "\x05READY\x0bSocket-Type\0\0\0\x03SUB");
 * ```
 */
export function readyCommand(socketType: "DEALER" | "SUB"): Uint8Array<ArrayBuffer> {
  const length = String.fromCharCode(socketType.length);
  return new TextEncoder().encode(`\x05READY\x0bSocket-Type\0\0\0${length}${socketType}`);
}
