import assert from "node:assert/strict";
import { ndjsonBody } from "./ndjson_body.ts";

function listening(told: string[]) {
  return {
    failureLine: (error: unknown) => ({ failed: String(error) }),
    onCancel: () => void told.push("cancel"),
    onEnd: () => void told.push("end"),
  };
}

Deno.test("ndjsonBody() makes no list before the one before it was read", async () => {
  let made = 0;
  async function* lists() {
    while (true) yield [++made];
  }
  const told: string[] = [];
  const reader = ndjsonBody(lists(), listening(told)).getReader();
  for (let i = 1; i <= 3; i++) {
    assert.equal(new TextDecoder().decode((await reader.read()).value), `${i}\n`);
  }
  assert.equal(made, 3);
  await reader.cancel();
  assert.deepEqual(told, ["cancel", "end"]);
});

Deno.test("ndjsonBody() ends with the failure, and tells its end once", async () => {
  async function* lists() {
    yield [1];
    yield [];
    throw new Error("Full");
  }
  const told: string[] = [];
  const text = await new Response(ndjsonBody(lists(), listening(told))).text();
  assert.equal(text, '1\n{"failed":"Error: Full"}\n');
  assert.deepEqual(told, ["end"]);
});

Deno.test("ndjsonBody() waits for what is being made before it tells the end", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const told: string[] = [];
  async function* lists() {
    begin();
    await promise;
    told.push("made");
    yield [1];
  }
  const reader = ndjsonBody(lists(), listening(told)).getReader();
  const read = reader.read();
  await begun;
  const cancelled = reader.cancel();
  assert.equal((await read).done, true);
  resolve();
  await cancelled;
  assert.deepEqual(told, ["cancel", "made", "end"]);
});
