import assert from "node:assert/strict";
import { lastWords } from "./last_words.ts";

const WARNING = 'Warning "deno jupyter" is unstable and might change in the future.\n';

Deno.test("lastWords() keeps the end of what is said, in whatever pieces", async () => {
  const pieces = Array.from({ length: 1000 }, (_, i) => `line ${i}\n`);
  const stream = ReadableStream.from([WARNING, ...pieces]).pipeThrough(new TextEncoderStream());
  assert.equal(await lastWords(stream, 18), "line 998\nline 999");
});

Deno.test("lastWords() leaves out what Deno says of every kernel", async () => {
  assert.equal(await lastWords(new Response(`${WARNING}Panic\n`).body!, 1000), "Panic");
  assert.equal(await lastWords(new Response(WARNING).body!, 1000), "");
});
