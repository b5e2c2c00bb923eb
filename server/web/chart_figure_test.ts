import assert from "node:assert/strict";
import { chartFigure } from "./chart_figure.ts";

Deno.test("chartFigure() draws once for wide screens and once for phones", async () => {
  const widths: number[] = [];
  const text = String(
    await chartFigure((width) => {
      widths.push(width);
      return { svg: `<svg id="w${width}"></svg>` };
    }, "1 < 2"),
  );
  assert.deepEqual(widths, [1080, 328]);
  assert.ok(text.includes('<div class="wide"><svg id="w1080"></svg></div>'));
  assert.ok(text.includes('<div class="narrow"><svg id="w328"></svg></div>'));
  assert.ok(text.includes("<figcaption>1 &lt; 2</figcaption>"));
});
