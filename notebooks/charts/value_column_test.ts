import assert from "node:assert/strict";
import { DOMParser } from "linkedom";
import { renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

Deno.test("valueColumn() ends four pixels before the chart does, whatever its width", () => {
  for (const width of [48, 62]) {
    const column = valueColumn([{ name: "a" }, { name: "b" }], {
      y: "name",
      width,
      text: ({ name }) => `value of ${name}`,
    });
    const svg = renderSvg({ title: "Values", width: 400, marginRight: width, marks: [column] });
    const texts = [...new DOMParser().parseFromString(svg, "text/xml").querySelectorAll("text")]
      .filter(({ textContent }) => textContent?.startsWith("value of"));
    assert.deepEqual(texts.map(({ textContent }) => textContent), ["value of a", "value of b"]);
    const group = texts[0].parentElement!;
    assert.equal(group.getAttribute("text-anchor"), "end");
    const [, shift] = /translate\((-?[\d.]+)/.exec(group.getAttribute("transform") ?? "")!;
    const [, at] = /translate\((-?[\d.]+)/.exec(texts[0].getAttribute("transform") ?? "")!;
    assert.equal(Number(shift) + Number(at), 396);
  }
});
