import assert from "node:assert/strict";
import { normalForm } from "./normal_form.ts";

const nothing = new Map<string, string>();

Deno.test("normalForm() leaves times of the corpus and short values", () => {
  const answer = { start_time: 1_700_000_000_000, id: "1", value: 1e300, none: null };
  assert.deepEqual(normalForm(answer, new Map([["id", "1"]])), answer);
});

Deno.test("normalForm() hides ids, names, times and directories that nobody chose", () => {
  const id = "0123456789abcdef".repeat(2);
  assert.equal(
    normalForm(`${id} polite-hen-640 1795858026932 /tmp/5ca0/artifacts`, nothing),
    "<random> <random> <random> /tmp/<random>/artifacts",
  );
  assert.equal(normalForm(`x:/0/${id}`, new Map([["run", id]])), "x:/0/<run>");
});

Deno.test("normalForm() orders pairs by key and aliases by name, not what has neither", () => {
  assert.deepEqual(normalForm([{ key: "b" }, { key: "a" }], nothing), [{ key: "a" }, { key: "b" }]);
  assert.deepEqual(normalForm([{ alias: "b" }, { alias: "a" }], nothing), [
    { alias: "a" },
    { alias: "b" },
  ]);
  assert.deepEqual(normalForm(["b", "a"], nothing), ["b", "a"]);
});
