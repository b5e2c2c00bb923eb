import assert from "node:assert/strict";
import { pageNumber, pager } from "./paging.ts";

const facts = { size: 50, noun: "runs", href: (page: number) => `experiment?id=0&page=${page}` };

Deno.test("pageNumber counts from 1 and refuses what is no page", () => {
  assert.equal(pageNumber.absent, 1);
  assert.deepEqual(["", "1", "37"].map((text) => pageNumber.read(text).value), [1, 1, 37]);
  for (const text of ["0", "-1", "1000001", "two"]) {
    assert.throws(() => pageNumber.read(text), {
      message: `Cannot show page ${text}: expected a number from 1 to 1000000`,
    });
  }
});

Deno.test("pager() is silent where one page holds all", async () => {
  assert.equal(String(await pager({ ...facts, page: 1, shown: 50, more: false })), "");
});

Deno.test("pager() tells which items are shown and leads to their neighbours", async () => {
  const first = String(await pager({ ...facts, page: 1, shown: 50, more: true }));
  assert.match(
    first,
    />runs 1 to 50<\/span> <span>Previous<\/span> <a href="experiment\?id=0&amp;page=2" rel="next">Next</,
  );
  const middle = String(await pager({ ...facts, page: 21, shown: 50, more: true }));
  assert.match(middle, />runs 1,001 to 1,050</);
  assert.match(middle, /page=20" rel="prev".*page=22" rel="next"/);
  const beyond = String(await pager({ ...facts, page: 9, shown: 0, more: false }));
  assert.match(beyond, />No runs here<\/span> <a href="experiment\?id=0&amp;page=8" rel="prev">/);
});
