import assert from "node:assert/strict";
import { similarity } from "./similarity.ts";

Deno.test("similarity() counts words as often as they occur, and signs", () => {
  assert.equal(similarity("", " \n"), 1);
  assert.equal(similarity("a", "b"), 0);
  assert.equal(similarity("a a", "a"), 2 / 3);
  assert.equal(similarity("f(x);", "f(y);"), 4 / 5);
  assert.equal(similarity("größe", "größe"), 1);
});
