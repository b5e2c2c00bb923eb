import assert from "node:assert/strict";
import { toChart } from "./chart.ts";
import { JUPYTER_DISPLAY, standaloneSvg } from "./display.ts";

Deno.test("toChart() keeps the SVG and displays it with ink and paper of its own, and as text", () => {
  const chart = toChart("<svg/>", "Load\n2 points");
  assert.equal(chart.svg, "<svg/>");
  assert.deepEqual(chart[JUPYTER_DISPLAY](), {
    "image/svg+xml": standaloneSvg("<svg/>"),
    "text/plain": "Load\n2 points",
  });
});
