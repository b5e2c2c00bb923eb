import assert from "node:assert/strict";
import { compareSides } from "./compare_sides.ts";
import { comparisonPage } from "./comparison_page.ts";

const SIDE = { title: "version 1", aliases: [], params: {}, metrics: {}, data: {}, byMeter: {} };
const page = comparisonPage(compareSides("energy", {
  ...SIDE,
  params: { note: `<script>"a" & 'b'</script>` },
  metrics: { "ensemble.event_f1": 0.5 },
}, { ...SIDE, title: "version 2", metrics: { "ensemble.event_f1": 0.75 } }));

Deno.test("comparisonPage() shows the tables, numbers to the right", () => {
  assert.ok(page.includes("<h1>energy: version 1 and version 2</h1>"));
  assert.ok(page.includes(
    '<tr><th>name</th><th class="number">A</th><th class="number">B</th><th class="number">B − A</th></tr>',
  ));
  assert.ok(page.includes(
    '<tr><td>ensemble.event_f1</td><td class="number">0.5</td><td class="number">0.75</td><td class="number">+0.25</td></tr>',
  ));
});

Deno.test("comparisonPage() takes what was logged for text", () => {
  const text = "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;";
  assert.ok(page.includes(`<tr><td>note</td><td>${text}</td><td>–</td></tr>`));
  assert.ok(!page.includes("<script"));
});

Deno.test("comparisonPage() loads nothing and fits a phone, light and dark", () => {
  assert.doesNotMatch(page, /https?:|src=|@import|url\(|<link/);
  assert.ok(page.includes('<meta name="viewport" content="width=device-width, initial-scale=1">'));
  assert.ok(page.includes('<meta name="color-scheme" content="light dark">'));
  assert.equal(page.split('<div class="wide"><table>').length, page.split("<table>").length);
});
