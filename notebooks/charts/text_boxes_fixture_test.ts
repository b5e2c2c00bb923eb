import assert from "node:assert/strict";
import { textBoxes } from "./text_boxes_fixture.ts";

Deno.test("textBoxes() adds translations up and takes anchor and font size from above", () => {
  const [middle, end] = textBoxes(`<svg font-size="10" text-anchor="middle">
    <g transform="translate(100,50)"><text transform="translate(-20,-8)">abcd</text></g>
    <g text-anchor="end" font-size="20"><text transform="translate(90,40)" y="0.5em">ab</text></g>
  </svg>`);
  // Four characters of 5.4 px around 80; two of 10.8 px that end at 90.
  assert.equal(middle.text, "abcd");
  assert.equal(middle.fontSize, 10);
  assertClose([middle.left, middle.right], [80 - 10.8, 80 + 10.8]);
  assertClose([middle.top, middle.bottom], [42 - 7.2, 42]);
  assertClose([end.left, end.right, end.bottom], [90 - 21.6, 90, 50]);
});

Deno.test("textBoxes() gives each line of a text a box of its own", () => {
  const boxes = textBoxes(`<svg font-size="10" text-anchor="start">
    <text transform="translate(0,100)"><tspan x="0" y="0.71em">1 Feb</tspan><tspan x="0" dy="1em">2020</tspan></text>
  </svg>`);
  assert.deepEqual(boxes.map(({ text }) => text), ["1 Feb", "2020"]);
  assertClose(boxes.map(({ bottom }) => bottom), [107.1, 117.1]);
});

function assertClose(actual: number[], expected: number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs(actual[i] - value) < 1e-9, String(actual)));
}
