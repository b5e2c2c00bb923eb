import assert from "node:assert/strict";
import { converse } from "./conversation.ts";
import { decodeMessage, encodeMessage } from "./message.ts";

const KEY = "key";
const { promise: gone } = Promise.withResolvers<never>();

Deno.test("ask() sends a dated, signed request and skips replies to others", async () => {
  const sent: string[][] = [];
  const shell = {
    send: (parts: readonly string[]) => Promise.resolve(void sent.push([...parts])),
    receive: queue([answer("wattbook-0", "stale"), answer("wattbook-1", "kernel_info_reply")]),
  };
  const now = () => Date.UTC(2024, 0, 5, 18);
  const { ask } = converse({ shell, iopub: { receive: queue([]) }, key: KEY, now, gone });
  const reply = await ask("kernel_info_request", { a: 1 });
  assert.equal(reply.header.msg_type, "kernel_info_reply");
  const { header, content } = decodeMessage(sent[0], KEY);
  assert.deepEqual([header.msg_id, header.msg_type, header.date, header.version], [
    "wattbook-1",
    "kernel_info_request",
    "2024-01-05T18:00:00.000Z",
    "5.3",
  ]);
  assert.deepEqual(content, { a: 1 });
});

Deno.test("execute() gathers what is published for the code, even after its idle status", async () => {
  const iopub = {
    receive: queue([
      answer("wattbook-0", "status", { execution_state: "idle" }),
      answer("wattbook-1", "status", { execution_state: "busy" }),
      answer("wattbook-1", "stream", { name: "stdout", text: "a" }),
      answer("other", "stream", { name: "stdout", text: "b" }),
      answer("wattbook-1", "status", { execution_state: "idle" }),
      answer("wattbook-1", "execute_result", { data: {} }),
      answer("wattbook-2", "stream", { name: "stdout", text: "late" }),
      answer("wattbook-2", "status", { execution_state: "idle" }),
      answer("wattbook-2", "stream", { name: "stdout", text: "of the next code" }),
    ]),
  };
  const sent: string[][] = [];
  const shell = {
    send: (parts: readonly string[]) => Promise.resolve(void sent.push([...parts])),
    receive: queue([
      answer("wattbook-1", "execute_reply", { status: "ok" }),
      answer("wattbook-2", "execute_reply", { status: "ok" }),
    ]),
  };
  const { execute } = converse({ shell, iopub, key: KEY, now: () => 0, gone });
  const { reply, published } = await execute("1 + 1");
  assert.deepEqual(reply.content, { status: "ok" });
  assert.deepEqual(
    published.filter(({ header }) => header.msg_type !== "status")
      .map(({ header, content }) => [header.msg_type, content]),
    [
      ["stream", { name: "stdout", text: "a" }],
      ["execute_result", { data: {} }],
      ["stream", { name: "stdout", text: "late" }],
    ],
  );
  const [code, fence] = sent.map((parts) => decodeMessage(parts, KEY).content);
  assert.deepEqual([code.code, code.silent, code.store_history], ["1 + 1", false, true]);
  assert.deepEqual([fence.silent, fence.store_history], [true, false]);
});

Deno.test("ask() and execute() tell why the kernel is gone when a socket ends", async () => {
  const ended = Promise.reject<never>(new Error("Kernel ended with SIGKILL"));
  const socket = { send: () => Promise.resolve(), receive: queue([]) };
  const { ask, execute } = converse({
    shell: socket,
    iopub: socket,
    key: KEY,
    now: () => 0,
    gone: ended,
  });
  const refusal = { message: "Kernel ended with SIGKILL" };
  await assert.rejects(ask("kernel_info_request", {}), refusal);
  await assert.rejects(execute("1"), refusal);
});

function answer(msg_id: string, msg_type: string, content: Record<string, unknown> = {}) {
  const header = { msg_id: "k", session: "k", username: "kernel", date: "", version: "5.3" };
  return encodeMessage({
    header: { ...header, msg_type },
    parent_header: { msg_id },
    metadata: {},
    content,
  }, KEY);
}

function queue(messages: string[][]): () => Promise<string[] | undefined> {
  return () => Promise.resolve(messages.shift());
}
