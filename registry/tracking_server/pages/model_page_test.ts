import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { withTracking } from "../tracking_fixture.ts";
import { hostile, oddKey, records, withPages, wordsOf } from "./pages_fixture.ts";
import { pageHref } from "./links.ts";

function rowsOf(text: string, section: string): string[][] {
  const { document } = parseHTML(text);
  return Array.from(document.querySelectorAll(`[aria-labelledby=${section}] tbody tr`))
    .map((row) => Array.from(row.querySelectorAll("th, td")).map(wordsOf));
}

Deno.test("/pages/model shows versions, newest first, with aliases, runs and tags", async () => {
  await withPages(async (get) => {
    const { text } = await get(pageHref("model", { name: records.model }));
    const rows = rowsOf(text, "versions").map(([version, aliases, , run, about]) => {
      return { version, aliases, run, about };
    });
    const about = `${oddKey} ${hostile}`;
    assert.deepEqual(rows, [
      { version: "2", aliases: "@champion", run: "Run 00000000", about },
      { version: "1", aliases: "", run: "Run 00000000Model m-00000000", about },
    ]);
    const { document } = parseHTML(text);
    const links = Array.from(document.querySelectorAll("[aria-labelledby=versions] a"))
      .map((link) => link.getAttribute("href"));
    assert.deepEqual(links, [
      `run?id=${records.otherRun}`,
      `run?id=${records.run}`,
      `logged-model?id=${records.loggedModel}`,
    ]);
    assert.deepEqual(rowsOf(text, "tags"), [[oddKey, hostile]]);
    assert.equal(document.querySelector(".note")?.textContent, hostile);
  });
});

Deno.test("/pages/model tells how its aliases moved, from records on the model and its versions", async () => {
  await withTracking(async (send, app) => {
    const name = "energy";
    const move = (kind: string, to: string, at: string, from?: string) => ({
      key: `wattbook.promotion.champion.${at}`,
      value: JSON.stringify({
        kind,
        name,
        alias: "champion",
        from,
        to,
        reason: "<b>",
        by: "me",
        at,
      }),
    });
    await send("POST", "registered-models/create", {
      name,
      tags: [move("rollback", "1", "2024-05-06T07:08:09.000Z", "2")],
    });
    const tags = [
      move("promotion", "2", "2024-01-02T03:04:05.000Z"),
      { key: "wattbook.promotion.champion.broken", value: "?" },
    ];
    await send("POST", "model-versions/create", { name, source: "mlflow-artifacts:/x", tags });
    await send("POST", "registered-models/alias", { name, alias: "champion", version: "1" });
    const text = await (await app.request(`/pages/model?name=${name}`)).text();
    assert.deepEqual(rowsOf(text, "moves"), [
      ["6 May 2024, 07:08", "@champion", "2 → 1 rollback", "me", "<b>"],
      ["2 Jan 2024, 03:04", "@champion", "2", "me", "<b>"],
    ]);
    assert.match(text, /The record wattbook\.promotion\.champion\.broken cannot be read/);
    assert.deepEqual(rowsOf(text, "tags"), []);
  });
});
