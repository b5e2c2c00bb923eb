import assert from "node:assert/strict";
import { decodeMessage, encodeMessage, type Message } from "./message.ts";
import reference from "./message_reference.json" with { type: "json" };

Deno.test("encodeMessage() signs as jupyter_client does", () => {
  for (const { message, wire } of reference.cases) {
    assert.deepEqual(encodeMessage(message as Message, reference.key), wire);
  }
});

Deno.test("decodeMessage() reads what jupyter_client signed, after identities and before buffers", () => {
  for (const { message, wire } of reference.cases) {
    assert.deepEqual(
      decodeMessage(["identity", "topic", ...wire, "buffer"], reference.key),
      message,
    );
  }
});

Deno.test("decodeMessage() refuses a changed part, a changed signature and another key", () => {
  const [delimiter, signature, ...parts] = reference.cases[1].wire;
  const refusal = {
    name: "TypeError",
    message: "Cannot trust a Jupyter message as its signature does not match the key",
  };
  const changed = [...parts.slice(0, 3), parts[3].replace("1 + 1", "1 + 2")];
  assert.throws(() => decodeMessage([delimiter, signature, ...changed], reference.key), refusal);
  assert.throws(() => decodeMessage([delimiter, "", ...parts], reference.key), refusal);
  assert.throws(() => decodeMessage([delimiter, signature, ...parts], "other"), refusal);
});

Deno.test("decodeMessage() refuses a message without delimiter or with a part missing", () => {
  const { wire } = reference.cases[0];
  for (const parts of [[], wire.slice(1), wire.slice(0, 5)]) {
    assert.throws(() => decodeMessage(parts, reference.key), {
      name: "SyntaxError",
      message:
        `Cannot read a Jupyter message as it must have "<IDS|MSG>", a signature and 4 parts: ` +
        `got ${parts.length} parts`,
    });
  }
});
