import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_LINE_BYTES, splitLines } from "./split_lines.ts";

const encoder = new TextEncoder();

Deno.test("splitLines() gives the same lines however the bytes are cut", () => {
  const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\n\ufeff]/.test(text));
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.nat(300)), (texts, cuts) => {
      const bytes = encoder.encode(texts.map((text) => `${text}\n`).join(""));
      const push = splitLines();
      const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length]
        .sort((a, b) => a - b);
      const lines = places.slice(1)
        .flatMap((end, i) => push(bytes.slice(places[i], end)));
      const expected = texts.map((text, i) => ({ number: i + 1, text }));
      assert.deepEqual([...lines, ...push(null)], expected);
    }),
  );
});

Deno.test("splitLines() holds no more of a long line than the bound, and goes on after it", () => {
  const push = splitLines();
  const piece = new Uint8Array(1_000_000).fill(97);
  for (let i = 0; i < 20; i++) assert.deepEqual(push(piece), []);
  const fault = `expected at most ${MAX_LINE_BYTES} bytes, got more`;
  assert.deepEqual(push(encoder.encode("\nb\n")), [
    { number: 1, fault },
    { number: 2, text: "b" },
  ]);
  const most = "c".repeat(MAX_LINE_BYTES);
  assert.deepEqual(push(encoder.encode(`${most}\n${most}c`)), [{ number: 3, text: most }]);
  assert.deepEqual(push(null), [{ number: 4, fault }]);
});

Deno.test("splitLines() names a line that is not UTF-8", () => {
  assert.deepEqual(splitLines()(Uint8Array.of(0xff, 10, 98, 10)), [
    { number: 1, fault: "expected UTF-8, got other bytes" },
    { number: 2, text: "b" },
  ]);
});
