import assert from "node:assert/strict";
import { z } from "zod";
import { allPages, pageOf } from "./pages.ts";

Deno.test("allPages() fetches a page only when its items are asked for", async () => {
  const asked: (string | undefined)[] = [];
  const items = allPages((token) => {
    asked.push(token);
    return Promise.resolve({ items: ["x"], nextPageToken: `${asked.length}` });
  });
  await items.next();
  assert.deepEqual(asked, [undefined]);
  await items.next();
  assert.deepEqual(asked, [undefined, "1"]);
});

Deno.test("allPages() ends on an empty token and yields nothing for an empty listing", async () => {
  const page = { items: [], nextPageToken: "" };
  assert.deepEqual(await Array.fromAsync(allPages(() => Promise.resolve(page))), []);
});

Deno.test("allPages() throws when the token does not advance", async () => {
  const stuck = allPages(() => Promise.resolve({ items: [], nextPageToken: "same" }));
  await assert.rejects(Array.fromAsync(stuck), {
    name: "RangeError",
    message: 'Cannot follow the listing: expected a page token that advances, got "same"',
  });
});

Deno.test("pageOf() reads a listing that is empty, and refuses items of another kind", () => {
  const page = pageOf("runs", z.string());
  assert.deepEqual(page.parse({}), { items: [], nextPageToken: undefined });
  assert.equal(page.safeParse({ runs: [7] }).success, false);
  assert.equal(page.safeParse({ next_page_token: 7 }).success, false);
});
