/** An exported notebook in a real browser: the Chromium that `WATTBOOK_CHROMIUM` names. */
import assert from "node:assert/strict";
import {
  faintTexts,
  openBrowser,
  overflow,
} from "../../registry/tracking_server/pages/browser_page_fixture.ts";
import {
  changesHtml,
  compareNotebooks,
  notebookHtml,
  type Output,
  parseNotebook,
} from "../documents/mod.ts";

const EXPLORE = parseNotebook(
  await Deno.readTextFile(new URL("../01_explore.ipynb", import.meta.url)),
);
/** A picture with an id and a style that others have, a wide table, and what must not run. */
const HOSTILE: Output[] = [
  "<style>p { display: none }</style><p id=load onclick=attack()>shown</p>",
  `<table><tr>${"<td>a wide table</td>".repeat(40)}</tr></table>`,
  "<img src=x onerror=attack()><svg onload=attack()></svg><script>attack()</script>",
].map((html) => ({ output_type: "display_data", data: { "text/html": html }, metadata: {} }));

/** Without the policy that would stop what was left to run: nothing is. */
function page(): string {
  const cell = { cell_type: "code", id: "hostile", metadata: {}, source: "1" } as const;
  return notebookHtml({
    ...EXPLORE,
    cells: [...EXPLORE.cells, { ...cell, execution_count: 11, outputs: HOSTILE }],
  }, "01_explore").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
}

Deno.test("an exported notebook reads well on screens of any size, light and dark", async (t) => {
  await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of [[1200, 800], [768, 1024], [360, 740]]) {
      await t.step(`${width} × ${height}, ${colorScheme}`, async () => {
        const shown = await browser.newPage({ viewport: { width, height }, colorScheme });
        const complaints: string[] = [];
        shown.on("console", (message) => complaints.push(message.text()));
        shown.on("request", (request) => complaints.push(request.url().slice(0, 40)));
        await shown.exposeFunction("attack", () => complaints.push("attacked"));
        await shown.setContent(page());
        assert.deepEqual(complaints, []);
        assert.ok(await overflow(shown) <= 0);
        assert.deepEqual(await faintTexts(shown, 40), []);
        // Styles of one output do not reach the page, and pictures are drawn.
        assert.ok(await shown.locator("main > section.markdown p").first().isVisible());
        const pictures = EXPLORE.cells.flatMap(({ outputs = [] }) => outputs)
          .filter((output) => "data" in output && "image/svg+xml" in output.data);
        assert.equal(
          await shown.locator(".apart > svg[role=img]:visible").count(),
          pictures.length,
        );
        const [ink, text] = await shown.evaluate(() =>
          [document.querySelector(".apart")!.shadowRoot!.querySelector("svg")!, document.body]
            .map((element) => getComputedStyle(element).color)
        );
        assert.equal(ink, text);
        await shown.close();
      });
    }
  }
});

Deno.test("a page of changes reads well on a desktop and a phone, light and dark", async () => {
  const other = {
    ...EXPLORE,
    cells: EXPLORE.cells.slice(2).map((cell) => ({
      ...cell,
      source: cell.source.replace("kWh", "kilowatt-hours"),
      outputs: cell.outputs?.map((output) =>
        "data" in output ? { ...output, data: { ...output.data, "text/plain": "other" } } : output
      ),
    })),
  };
  const changes = compareNotebooks(EXPLORE, other, { ids: true });
  const html = changesHtml(changes, { before: "a.ipynb", after: "b.ipynb" });
  await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of [[1200, 800], [360, 740]]) {
      const shown = await browser.newPage({ viewport: { width, height }, colorScheme });
      const complaints: string[] = [];
      shown.on("console", (message) => complaints.push(message.text()));
      await shown.setContent(html);
      assert.deepEqual(complaints, []);
      assert.ok(await overflow(shown) <= 0);
      assert.deepEqual(await faintTexts(shown, 40), []);
      assert.equal(await shown.locator("h2").count(), changes.cells.length);
      await shown.close();
    }
  }
});
