import assert from "node:assert/strict";
import type { Output } from "../documents/mod.ts";
import { boundOutputs } from "./bounded_outputs.ts";

Deno.test("boundOutputs() keeps the first and the last characters and tells how many it left out", () => {
  const outputs = boundOutputs(20);
  for (let i = 0; i < 10; i++) outputs.add(text(`${i}23456789`));
  assert.deepEqual(outputs.list(), [
    text("0234567891"),
    note(70),
    text("9" + "923456789"),
  ]);
});

Deno.test("boundOutputs() keeps all at the limit, whatever the pieces", () => {
  for (const size of [1, 3, 20]) {
    const outputs = boundOutputs(20);
    const all = "abcdefghijklmnopqrst";
    for (let at = 0; at < 20; at += size) outputs.add(text(all.slice(at, at + size)));
    assert.deepEqual(outputs.list(), [text(all)]);
  }
});

Deno.test("boundOutputs() counts a display by its JSON and keeps or leaves it out whole", () => {
  const shown = (value: string): Output => ({
    output_type: "display_data",
    data: { "text/plain": value },
    metadata: {},
  });
  const size = JSON.stringify(shown("1")).length;
  const outputs = boundOutputs(4 * size);
  for (const value of ["1", "2", "3", "4", "5"]) outputs.add(shown(value));
  assert.deepEqual(outputs.list(), [shown("1"), shown("2"), note(size), shown("4"), shown("5")]);
});

Deno.test("boundOutputs() does not part the halves of a character", () => {
  const outputs = boundOutputs(2);
  outputs.add(text("😀😁😂"));
  assert.deepEqual(outputs.list(), [text("😀"), note(4)]);
});

Deno.test("boundOutputs() updates a display in its place, and clears", () => {
  const outputs = boundOutputs(1000);
  const shown = (value: string): Output => ({
    output_type: "display_data",
    data: { "text/plain": value },
    metadata: {},
  });
  outputs.add(shown("0 %"), "bar");
  outputs.add(text("a"));
  outputs.update("bar", shown("100 %"));
  outputs.update("other", shown("lost"));
  assert.deepEqual(outputs.list(), [shown("100 %"), text("a")]);
  outputs.clear();
  assert.deepEqual(outputs.list(), []);
});

function text(text: string): Output {
  return { output_type: "stream", name: "stdout", text };
}

function note(characters: number): Output {
  const text = `\n[${characters} characters of output were left out here]\n`;
  return { output_type: "stream", name: "stderr", text };
}
