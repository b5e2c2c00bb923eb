import assert from "node:assert/strict";
import { html } from "hono/html";
import { factList, pairTable } from "./facts.ts";

Deno.test("factList() escapes texts, keeps markup, and leaves out what has no value", async () => {
  const text = String(
    await factList([["A", "<i>"], ["B", html`<b>b</b>`], ["C", ""], ["D", undefined]]),
  );
  assert.equal(
    text.replace(/\s+/g, ""),
    '<dlclass="facts"><div><dt>A</dt><dd>&lt;i&gt;</dd></div><div><dt>B</dt><dd><b>b</b></dd></div></dl>',
  );
});

Deno.test("pairTable() has a row for each pair, escaped", async () => {
  const text = String(
    await pairTable("Tag", [{ key: "<k>", value: "</td>" }, { key: "b", value: "" }]),
  );
  assert.equal([...text.matchAll(/<tr>/g)].length, 3);
  assert.ok(/<th scope="row">&lt;k&gt;<\/th>\s*<td class="text">&lt;\/td&gt;<\/td>/.test(text));
});
