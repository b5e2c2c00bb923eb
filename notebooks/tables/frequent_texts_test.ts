import assert from "node:assert/strict";
import { frequentTexts, MOST_TEXTS } from "./frequent_texts.ts";

Deno.test("frequentTexts() counts runs and scattered texts alike, the empty text too", () => {
  const texts = ["a", "a", "", "b", "a", "b", "", null];
  assert.deepEqual(frequentTexts(texts), { missing: 1, counts: [["a", 3], ["", 2], ["b", 2]] });
  assert.deepEqual(frequentTexts(texts.toSorted()), frequentTexts(texts));
});

Deno.test("frequentTexts() tells exactly as many texts apart as it says", () => {
  const texts = Array.from({ length: MOST_TEXTS }, (_, i) => `room-${i}`);
  assert.equal(frequentTexts(texts).counts?.length, MOST_TEXTS);
  assert.deepEqual(frequentTexts([...texts, "one more", null, null]), { missing: 2 });
});

Deno.test("frequentTexts() of nothing has no counts", () => {
  assert.deepEqual(frequentTexts([]), { missing: 0, counts: [] });
});
