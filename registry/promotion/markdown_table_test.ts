import assert from "node:assert/strict";
import { markdownTable, withShortDigests } from "./markdown_table.ts";

Deno.test("markdownTable() lines columns up and keeps cells in one line", () => {
  assert.equal(
    markdownTable(["who", "n:"], [["a|b", "1"], ["two\nlines", "100"]]),
    [
      "| who       |   n |",
      "| --------- | --: |",
      "| a\\|b      |   1 |",
      "| two lines | 100 |",
    ].join("\n"),
  );
  assert.equal(markdownTable(["a", "b:"], []), "| a  |  b |\n| -- | -: |");
});

Deno.test("withShortDigests() cuts SHA-1 and SHA-256 and leaves other numbers", () => {
  const [sha1, sha256] = ["0123456789abcdef0123".repeat(2), "0123456789abcdef".repeat(4)];
  assert.equal(withShortDigests(`${sha1}, ${sha256}`), "0123456789ab, 0123456789ab");
  for (const text of ["a".repeat(32), "1".repeat(65), "champion"]) {
    assert.equal(withShortDigests(text), text);
  }
});
