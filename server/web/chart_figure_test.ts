import assert from "node:assert/strict";
import { chartFigure } from "./chart_figure.ts";
import style from "./style.css" with { type: "text" };

Deno.test("chartFigure() draws once for each width that the style sheet shows", async () => {
  const widths: number[] = [];
  const text = String(
    await chartFigure((width) => {
      widths.push(width);
      return { svg: `<svg id="w${width}"></svg>` };
    }, "1 < 2"),
  );
  assert.deepEqual(widths, [328, 480, 700, 1080]);
  for (const width of widths) {
    assert.ok(text.includes(`<div class="drawn-${width}"><svg id="w${width}"></svg></div>`));
    assert.ok(style.includes(`  .drawn-${width} {\n    display: block;`));
  }
  assert.ok(text.includes("<figcaption>1 &lt; 2</figcaption>"));
});
