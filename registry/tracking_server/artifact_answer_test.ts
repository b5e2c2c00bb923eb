import assert from "node:assert/strict";
import { artifactAnswer } from "./artifact_answer.ts";

function headersOf(name: string): Record<string, string> {
  const body = new Blob(["12"]).stream();
  return Object.fromEntries(artifactAnswer({ name, size: 2, body }).headers);
}

Deno.test("artifactAnswer() is a download of a stated type and length", () => {
  assert.deepEqual(headersOf("page.html"), {
    "content-type": "text/html",
    "content-length": "2",
    "content-disposition": 'attachment; filename="page.html"',
    "x-content-type-options": "nosniff",
  });
});

Deno.test("artifactAnswer() encodes a name that a header cannot hold", () => {
  assert.equal(
    headersOf('Zähler "1".csv')["content-disposition"],
    "attachment; filename*=UTF-8''Z%C3%A4hler%20%221%22.csv",
  );
});
