import assert from "node:assert/strict";
import { parseNotebook, serializeNotebook } from "./notebook.ts";
import { stripNotebook } from "./strip.ts";

const { before, after } = JSON.parse(
  await Deno.readTextFile(new URL("strip_reference.json", import.meta.url)),
);

Deno.test("stripNotebook() leaves the bytes that nbstripout leaves", () => {
  assert.equal(serializeNotebook(stripNotebook(parseNotebook(before))).trimEnd(), after.trimEnd());
});

Deno.test("stripNotebook() gives back a notebook that is stripped", () => {
  const stripped = parseNotebook(after);
  assert.equal(stripNotebook(stripped), stripped);
});
