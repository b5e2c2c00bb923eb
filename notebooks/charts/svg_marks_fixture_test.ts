import assert from "node:assert/strict";
import { barsOf, circlesOf, labelsOf, pointsOf } from "./svg_marks_fixture.ts";

const svg = `<svg>
  <g class="event" fill="red">
    <rect x="1" y="2" width="3" height="4"/><rect x="5" y="2" width="1" height="4" fill="blue"/>
  </g>
  <g class="other"><rect x="9"/><circle cx="7" cy="8"/><path d="M0,1L2.5,-3"/><path d="M4,5Z"/></g>
  <text>one &amp; two</text><text><tspan>1 Feb</tspan><tspan>2020</tspan></text>
</svg>`;

Deno.test("barsOf() reads the rectangles of one class, with the group's fill where they have none", () => {
  assert.deepEqual(barsOf(svg, "event"), [
    { x: 1, y: 2, width: 3, height: 4, fill: "red" },
    { x: 5, y: 2, width: 1, height: 4, fill: "blue" },
  ]);
  assert.deepEqual(barsOf(svg, "absent"), []);
});

Deno.test("circlesOf() reads the centres of one class", () => {
  assert.deepEqual(circlesOf(svg, "other"), [{ x: 7, y: 8 }]);
  assert.deepEqual(circlesOf(svg, "event"), []);
});

Deno.test("pointsOf() reads moves and lines of every path of a class", () => {
  assert.deepEqual(pointsOf(svg, "other"), [[0, 1], [2.5, -3], [4, 5]]);
});

Deno.test("labelsOf() unescapes texts and joins their lines", () => {
  assert.deepEqual(labelsOf(svg), ["one & two", "1 Feb 2020"]);
});
