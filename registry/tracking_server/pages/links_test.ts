import assert from "node:assert/strict";
import { pageHref } from "./links.ts";

Deno.test("pageHref() keeps what a query needs and nothing that could end it", () => {
  assert.equal(pageHref("experiments"), "experiments");
  assert.equal(pageHref("runs", { filter: undefined, order: "" }), "runs");
  assert.equal(
    pageHref("experiment", { id: "1", filter: "metrics.a > 1 & 2#", page: 3 }),
    "experiment?id=1&filter=metrics.a+%3E+1+%26+2%23&page=3",
  );
});
