/**
 * Messages of the Jupyter wire protocol 5.3, signed with HMAC-SHA256:
 * https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 */
import { createHmac, timingSafeEqual } from "node:crypto";

/** Who sent a message, and what it is. */
export interface MessageHeader {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  /** ISO 8601. */
  readonly date: string;
  readonly msg_type: string;
  /** Protocol version. */
  readonly version: string;
}

/** One message of any type. */
export interface Message {
  readonly header: MessageHeader;
  /** The header of the request that this answers; empty where there is none. */
  readonly parent_header: Partial<MessageHeader>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
}

const DELIMITER = "<IDS|MSG>";

/**
 * The signed parts of a message as they go over the wire, without routing identities.
 *
 * @param key The key of the connection file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const header = { msg_id: "1", session: "s", username: "u", date: "", msg_type: "t", version: "5.3" };
 * const parts = encodeMessage({ header, parent_header: {}, metadata: {}, content: {} }, "key");
 * assert.equal(parts[0], "<IDS|MSG>");
 * assert.deepEqual(decodeMessage(parts, "key").header, header);
 * ```
 */
export function encodeMessage(message: Message, key: string): string[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content]
    .map((part) => JSON.stringify(part));
  return [DELIMITER, signature(parts, key), ...parts];
}

/**
 * Reads a message and checks who sent it.
 *
 * @param parts Routing identities or a topic, the delimiter, the signature and four JSON texts.
 * @throws {SyntaxError} When a part is missing or is not JSON.
 * @throws {TypeError} When the signature is not one made with `key`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => decodeMessage(["<IDS|MSG>", "00", "{}", "{}", "{}", "{}"], "key"), TypeError);
 * ```
 */
export function decodeMessage(parts: readonly string[], key: string): Message {
  const at = parts.indexOf(DELIMITER);
  const [signed, ...json] = parts.slice(at + 1);
  if (at < 0 || json.length < 4) {
    throw new SyntaxError(
      `Cannot read a Jupyter message as it must have "${DELIMITER}", a signature and 4 parts: ` +
        `got ${parts.length} parts`,
    );
  }
  const texts = json.slice(0, 4);
  const expected = new TextEncoder().encode(signature(texts, key));
  const actual = new TextEncoder().encode(signed);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new TypeError("Cannot trust a Jupyter message as its signature does not match the key");
  }
  const [header, parent_header, metadata, content] = texts.map((text) => JSON.parse(text));
  return { header, parent_header, metadata, content };
}

function signature(parts: readonly string[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
