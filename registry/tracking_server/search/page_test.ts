import assert from "node:assert/strict";
import fc from "fast-check";
import { pageSize, readPage } from "./page.ts";

Deno.test("readPage() gives every row once, whatever the page size", () => {
  fc.assert(fc.property(fc.nat(20), fc.integer({ min: 1, max: 7 }), (count, size) => {
    const rows = Array.from({ length: count }, (_, i) => i);
    const seen: number[] = [];
    let token: string | undefined;
    do {
      const page = readPage({ size, token }, (limit, offset) => rows.slice(offset, offset + limit));
      seen.push(...page.items);
      token = page.nextPageToken;
    } while (token !== undefined);
    assert.deepEqual(seen, rows);
  }));
});

Deno.test("readPage() takes MLflow's token and refuses others", () => {
  const offset = (token: string) => {
    let seen = -1;
    readPage({ size: 1, token }, (_limit, offset) => (seen = offset, []));
    return seen;
  };
  assert.equal(offset(btoa('{"offset": 2}')), 2);
  for (const token of ["x", "####", btoa('{"offset":-1}'), btoa("[]")]) {
    assert.throws(() => offset(token), { message: "Invalid page token, could not decode it" });
  }
});

Deno.test("pageSize() holds the limits", () => {
  const limits = { preset: 100, most: 1000 };
  assert.equal(pageSize(1000, limits), 1000);
  for (const asked of [0, -1, 1001, 2n ** 62n]) {
    assert.throws(() => pageSize(asked, limits), /at least 1 and at most 1000/);
  }
});
