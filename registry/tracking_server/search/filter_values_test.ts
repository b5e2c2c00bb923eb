import assert from "node:assert/strict";
import { clausesOf } from "./clauses.ts";
import {
  partsOf,
  plainKey,
  quotedText,
  setOf,
  splitIdentifier,
  strictText,
  textsOfList,
  withoutBackticks,
} from "./filter_values.ts";
import { sqlStatements } from "./sql_statement.ts";

Deno.test("partsOf() refuses what begins with no key", () => {
  const parts = (sql: string) => partsOf(clausesOf(sqlStatements(sql)[0]).comparisons[0]);
  assert.deepEqual(parts("a IS NULL").map(({ text }) => text), ["a", "IS NULL"]);
  assert.throws(() => parts("'a' = b"), {
    message: "Invalid comparison clause. Expected 'Identifier' found ''a''",
  });
});

Deno.test("keys and values lose their quotes", () => {
  assert.equal(plainKey('"`a`"'), "a");
  assert.equal(plainKey("`"), "`");
  assert.equal(withoutBackticks("``"), "");
  assert.equal(strictText('"it\'s"'), "it's");
  assert.equal(quotedText({ kind: "Identifier", text: '"a"', parts: [] }, "tag"), "a");
  assert.throws(() => strictText("'"), /not quoted or unidentified quote types/);
  assert.deepEqual(splitIdentifier(".a"), ["", "a"]);
});

Deno.test("textsOfList() keeps texts that are in lower case throughout", () => {
  assert.deepEqual(textsOfList("('ab1', 'aB', '12', 'ü')"), ["ab1", "ü"]);
  assert.equal(setOf([]), "{}");
});
