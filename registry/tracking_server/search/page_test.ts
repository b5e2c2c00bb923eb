import assert from "node:assert/strict";
import fc from "fast-check";
import { readPage } from "./page.ts";

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
