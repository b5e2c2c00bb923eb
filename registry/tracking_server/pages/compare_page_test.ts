import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { hostile, oddKey, records, withPages, wordsOf } from "./pages_fixture.ts";

Deno.test("/pages/compare puts runs side by side, and their charts over one another", async () => {
  await withPages(async (get) => {
    const { text } = await get(`compare?run=${records.run}&run=${records.otherRun}`);
    const { document } = parseHTML(text);
    const rows = Array.from(document.querySelectorAll("tr"))
      .map((row) => Array.from(row.querySelectorAll("th, td")).map(wordsOf));
    assert.deepEqual(rows[0], ["What", `A ${hostile}`, "B other"]);
    assert.deepEqual(rows.slice(-4), [
      ["Parameters 3 of 3 differ"],
      [`${oddKey} ≠`, hostile, "–"],
      ["depth ≠", "4", "6"],
      ["seed ≠", "–", "1"],
    ]);
    const chart = document.querySelector("figure svg");
    assert.equal(
      chart?.getAttribute("aria-label"),
      "auc by step: A 0.5 to 0.8125, range 0.5 to 0.8125; B 0.25 to 0.5, range 0.25 to 0.5",
    );
    const ends = Array.from(chart?.querySelectorAll("[class^=line] text") ?? []).map(wordsOf);
    assert.deepEqual(ends, ["A", "B"]);
  });
});

Deno.test("/pages/compare takes each run once, from 2 to 12 of them", async () => {
  await withPages(async (get) => {
    const message = async (ids: readonly string[]) => {
      const { response, text } = await get(`compare?${ids.map((id) => `run=${id}`).join("&")}`);
      return [response.status, /Cannot compare [^<]*/.exec(text)?.[0]];
    };
    assert.deepEqual(await message([records.run, records.run]), [
      400,
      "Cannot compare 1 runs: expected 2 to 12",
    ]);
    assert.deepEqual(await message(Array.from({ length: 13 }, (_, i) => String(i))), [
      400,
      "Cannot compare 13 runs: expected 2 to 12",
    ]);
  });
});
