import assert from "node:assert/strict";
import { faintTexts, openBrowser, overflow } from "./browser_page_fixture.ts";

Deno.test("faintTexts() finds what is too pale on its background, and overflow() what is too wide", async () => {
  await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent(`<body style="margin: 0; background: #fff">
    <p style="color: #777">pale</p><p style="color: #767676">dark enough</p>
    <p style="background: #000; color: #fff"><i style="opacity: 0.4">half</i></p></body>`);
  // #777777 on white is 4.48 : 1, #767676 is 4.54 : 1, as WCAG's formula has it.
  const faint = await faintTexts(page, 3);
  assert.deepEqual(faint.map((text) => text.slice(0, 11)), ["P pale: 4.4", "I half: 3.6"]);
  await assert.rejects(faintTexts(page, 4), /Cannot judge 3 texts/);
  assert.equal(await overflow(page), 0);
  await page.setContent('<body style="margin: 0"><div style="width: 417px">wide</div></body>');
  assert.equal(await overflow(page), 17);
  assert.throws(() => openBrowser(undefined), /set WATTBOOK_CHROMIUM/);
});
