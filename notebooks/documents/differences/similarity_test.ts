import assert from "node:assert/strict";
import { countWords, similarity } from "./similarity.ts";

Deno.test("similarity() counts words as often as they occur, and signs, from both sides alike", () => {
  const cases: [string, string, number][] = [
    ["", " \n", 1],
    ["a", "b", 0],
    ["a a", "a", 2 / 3],
    ["f(x);", "f(y);", 4 / 5],
    ["größe", "größe", 1],
    ["a b c d", "a a a a", 1 / 4],
  ];
  for (const [a, b, expected] of cases) {
    assert.equal(similarity(countWords(a), countWords(b)), expected, `${a} | ${b}`);
    assert.equal(similarity(countWords(b), countWords(a)), expected, `${b} | ${a}`);
  }
});
