import assert from "node:assert/strict";
import { identifier } from "./identifier.ts";
import { parseQuery } from "./query.ts";

Deno.test("identifier() is one quoted name, whatever it holds", () => {
  const query = (name: string) =>
    parseQuery(["SELECT ", " FROM t"], [identifier(name)], String).text;
  assert.equal(query("kwh"), 'SELECT "kwh" FROM t');
  assert.equal(query('a" FROM s; --'), 'SELECT "a"" FROM s; --" FROM t');
});
