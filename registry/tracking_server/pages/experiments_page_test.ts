import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { withTracking } from "../tracking_fixture.ts";
import { hostile, withPages, wordsOf } from "./pages_fixture.ts";

function rowsOf(text: string): string[][] {
  const rows = Array.from(parseHTML(text).document.querySelectorAll("tbody tr"));
  return rows.map((row) => Array.from(row.querySelectorAll("th, td")).map(wordsOf));
}

Deno.test("/pages/experiments lists active experiments with their active runs", async () => {
  await withPages(async (get) => {
    const { text } = await get("experiments");
    assert.deepEqual(rowsOf(text), [
      [hostile, "2", "31 Mar 2024, 23:59", "1 Jan 1970, 00:00"],
      ["Default", "0", "", "1 Jan 1970, 00:00"],
    ]);
  });
});

Deno.test("/pages/experiments shows deleted ones, and filters by MLflow's grammar", async () => {
  await withPages(async (get) => {
    const names = async (address: string) =>
      rowsOf((await get(address)).text).map(([name]) => name);
    assert.deepEqual(await names("experiments?view=DELETED_ONLY"), ["Old deleted"]);
    assert.deepEqual(await names("experiments?view=ALL&filter=name+LIKE+'Def%25'"), ["Default"]);
    const { response, text } = await get("experiments?filter=nam");
    assert.equal(response.status, 400);
    const { document } = parseHTML(text);
    assert.equal(
      document.querySelector("#filter-error")?.textContent,
      "Invalid clause(s) in filter string: nam",
    );
    assert.equal(document.querySelector("#filter")?.getAttribute("value"), "nam");
  });
});

Deno.test("/pages/experiments leafs through more than a page of them", async () => {
  await withTracking(async (send, app) => {
    for (let i = 0; i < 100; i++) await send("POST", "experiments/create", { name: `e${i}` });
    const read = async (address: string) => {
      const { document } = parseHTML(await (await app.request(`/pages/${address}`)).text());
      return {
        rows: document.querySelectorAll("tbody tr").length,
        range: document.querySelector(".range")?.textContent,
        next: document.querySelector("[rel=next]")?.getAttribute("href"),
      };
    };
    const first = await read("experiments");
    const address = "experiments?view=ACTIVE_ONLY&page=2";
    assert.deepEqual(first, { rows: 100, range: "experiments 1 to 100", next: address });
    const last = { rows: 1, range: "experiments 101 to 101", next: undefined };
    assert.deepEqual(await read(address), last);
  });
});
