import assert from "node:assert/strict";
import type { Message } from "./message.ts";
import { collectOutputs } from "./outputs.ts";

Deno.test("collectOutputs() keeps order and joins only neighbours of the same stream", () => {
  const outputs = collected([
    stream("stdout", "a"),
    stream("stdout", "b\n"),
    stream("stderr", "c"),
    stream("stdout", "d"),
  ]);
  assert.deepEqual(outputs, [
    { output_type: "stream", name: "stdout", text: "ab\n" },
    { output_type: "stream", name: "stderr", text: "c" },
    { output_type: "stream", name: "stdout", text: "d" },
  ]);
});

Deno.test("collectOutputs() turns displays, results and errors into nbformat's shapes", () => {
  const data = { "text/plain": "1" };
  const error = { ename: "RangeError", evalue: "Bad", traceback: ["RangeError: Bad"] };
  const outputs = collected([
    message("status", { execution_state: "busy" }),
    message("execute_input", { code: "1", execution_count: 3 }),
    message("display_data", { data, metadata: {}, transient: {} }),
    message("execute_result", {
      data,
      metadata: { wide: true },
      execution_count: 3,
      transient: {},
    }),
    message("error", error),
    message("status", { execution_state: "idle" }),
  ]);
  assert.deepEqual(outputs, [
    { output_type: "display_data", data, metadata: {} },
    { output_type: "execute_result", data, metadata: { wide: true }, execution_count: 3 },
    { output_type: "error", ...error },
  ]);
});

Deno.test("collectOutputs() shows the last state of an updated display, in its first place", () => {
  const outputs = collected([
    display("one", "0 %"),
    display("two", "other"),
    message("update_display_data", { ...display("one", "100 %").content }),
    message("update_display_data", { ...display("absent", "lost").content }),
  ]);
  assert.deepEqual(outputs.map((output) => "data" in output && output.data["text/plain"]), [
    "100 %",
    "other",
  ]);
});

Deno.test("collectOutputs() clears at once, or with wait only when something follows", () => {
  const cleared = message("clear_output", { wait: false });
  const waiting = message("clear_output", { wait: true });
  assert.deepEqual(collected([stream("stdout", "a"), cleared]), []);
  const a = { output_type: "stream", name: "stdout", text: "a" };
  const b = { output_type: "stream", name: "stdout", text: "b" };
  assert.deepEqual(collected([stream("stdout", "a"), waiting]), [a]);
  assert.deepEqual(collected([stream("stdout", "a"), waiting, stream("stdout", "b")]), [b]);
  assert.deepEqual(collected([stream("stdout", "a"), cleared, stream("stdout", "b")]), [b]);
});

Deno.test("collectOutputs() of nothing is nothing", () => {
  assert.deepEqual(collected([]), []);
});

function collected(messages: readonly Message[]) {
  const collector = collectOutputs();
  for (const message of messages) collector.take(message);
  return collector.outputs();
}

function message(msg_type: string, content: Record<string, unknown>): Message {
  const header = { msg_id: "1", session: "s", username: "u", date: "", msg_type, version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content };
}

function stream(name: string, text: string): Message {
  return message("stream", { name, text });
}

function display(display_id: string, text: string): Message {
  return message("display_data", {
    data: { "text/plain": text },
    metadata: {},
    transient: { display_id },
  });
}
