import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { hostile, records, withPages, wordsOf } from "./pages_fixture.ts";

Deno.test("/pages/models lists models with their latest version and aliases", async () => {
  await withPages(async (get) => {
    const cells = async (address: string) => {
      const { document } = parseHTML((await get(address)).text);
      return Array.from(document.querySelectorAll("tbody th, tbody td")).map(wordsOf);
    };
    const row = [records.model, "2", "@champion → 2"];
    assert.deepEqual((await cells("models")).slice(0, 3), row);
    assert.equal((await cells("models"))[4], hostile);
    assert.deepEqual((await cells("models?filter=name+ILIKE+'%25SCRIPT%25'")).slice(0, 3), row);
    assert.deepEqual(await cells("models?filter=name+%3D+'none'"), []);
  });
});

Deno.test("/pages/models says what is wrong with a filter", async () => {
  await withPages(async (get) => {
    const { response, text } = await get("models?filter=run_id+%3D+'a'");
    assert.equal(response.status, 400);
    const error = parseHTML(text).document.querySelector("#filter-error")?.textContent;
    assert.match(error ?? "", /^Invalid attribute key 'run_id' specified/);
  });
});
