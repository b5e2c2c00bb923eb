import assert from "node:assert/strict";
import { DISPLAY_LIMIT, displayByFile, withFiles } from "./large_displays.ts";
import type { Message } from "./message.ts";
import { PIECE_SIZE } from "./output_fence.ts";

Deno.test("displayByFile() leaves the options of a display and media given raw as they are", async () => {
  const { display, heard, internals } = kernel("/nowhere");
  await display(7);
  await display({ "text/plain": "a" }, { raw: true, display_id: "d", update: true });
  internals.jupyter.broadcastResult(3, undefined);
  assert.deepEqual(heard, [
    [{ seen: 7 }, { raw: false }],
    [{ "text/plain": "a" }, { raw: false, display_id: "d", update: true }],
    [3, undefined],
  ]);
});

Deno.test("a long text comes by file, in its place among the others, and the file is removed", async () => {
  const folder = await Deno.makeTempDir();
  const { display, heard } = kernel(folder);
  const bundle = {
    "text/html": "é".repeat(PIECE_SIZE + 1),
    "application/json": { a: 1 },
    "text/plain": "z".repeat(PIECE_SIZE),
  };
  await display(bundle, { raw: true });
  const [[data]] = heard as [[Record<string, unknown>]];
  assert.ok(JSON.stringify(data).length < PIECE_SIZE + 200);
  const read = withFiles(message({ data, metadata: { b: 2 } }), folder);
  assert.deepEqual(read, message({ data: bundle, metadata: { b: 2 } }));
  assert.deepEqual(Object.keys(read.content.data as object), Object.keys(bundle));
  assert.deepEqual([...Deno.readDirSync(folder)], []);
  // {"a":1} has seven characters.
  const much = { "text/html": "x".repeat(DISPLAY_LIMIT - 6), "application/json": { a: 1 } };
  await assert.rejects(display(much, { raw: true }), {
    name: "RangeError",
    message: "Cannot display the value as it must have at most 8000000 characters: " +
      "current value has 8000001",
  });
  await Deno.remove(folder, { recursive: true });
});

/** As much of a kernel as the code needs. */
function kernel(folder: string) {
  const heard: unknown[] = [];
  const $display = Symbol();
  const jupyter = {
    $display,
    display: async (value: { [$display](): Promise<unknown> }, options: unknown) =>
      heard.push([await value[$display](), options]),
  };
  const internals = {
    jupyter: {
      broadcastResult: (count: number, result: unknown) => heard.push([count, result]),
      formatInner: (value: unknown, raw: boolean) => Promise.resolve(raw ? value : { seen: value }),
    },
  };
  const { writeTextFileSync } = Deno;
  const deno = { jupyter, internal: "internals", internals, writeTextFileSync };
  new Function("Deno", displayByFile(folder))(deno);
  const display = jupyter.display as (value: unknown, options?: unknown) => Promise<unknown>;
  return { heard, display, internals };
}

function message(content: Message["content"]): Message {
  const header = {
    msg_id: "1",
    session: "s",
    username: "u",
    date: "",
    msg_type: "display_data",
    version: "5.3",
  };
  return { header, parent_header: {}, metadata: {}, content };
}
