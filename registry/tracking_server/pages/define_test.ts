import assert from "node:assert/strict";
import { html } from "hono/html";
import { textList } from "../requests/parameters.ts";
import { openTrackingStore } from "../store.ts";
import { definePage } from "./define.ts";

Deno.test("definePage() hands the answer read parameters, and keeps the rest of the definition", async () => {
  const page = definePage({
    path: "some",
    summary: "Some runs",
    parameters: { run: textList },
    answer: (_store, { run }) => ({ title: run.join("+"), main: html`` }),
  });
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  assert.deepEqual([page.path, page.summary], ["some", "Some runs"]);
  assert.equal((await page.answer(store, { run: ["a", "b"] })).title, "a+b");
  assert.equal((await page.answer(store, { run: "a" })).title, "a");
});
