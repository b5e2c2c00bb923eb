import assert from "node:assert/strict";
import * as Plot from "@observablehq/plot";
import { DOMParser } from "linkedom";
import { JUPYTER_DISPLAY } from "./display.ts";
import { plot } from "./plot.ts";
import { circlesOf, labelsOf } from "./svg_marks_fixture.ts";
import { textBoxes } from "./text_boxes_fixture.ts";

const rows = [
  { ts: Date.UTC(2024, 0, 1), kwh: 1, room: "r1" },
  { ts: Date.UTC(2024, 0, 2), kwh: 2, room: "r2" },
  { ts: Date.UTC(2024, 0, 3), kwh: 3, room: "r1" },
];

Deno.test("plot() draws one named picture that shows itself, with the same bytes every time", () => {
  const draw = () =>
    plot({
      title: "A & B",
      width: 500,
      marks: [Plot.dot(rows, { x: "ts", y: "kwh", className: "d" })],
    });
  const { svg } = draw();
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement!;
  assert.equal(root.localName, "svg");
  assert.equal(root.querySelector("title")!.textContent, "A & B");
  assert.equal(root.getAttribute("width"), "500");
  assert.equal(circlesOf(svg, "d").length, 3);
  assert.equal(draw().svg, svg);
  assert.deepEqual(Object.keys(draw()[JUPYTER_DISPLAY]()), ["image/svg+xml", "text/plain"]);
});

Deno.test("plot() writes times in UTC on a 24-hour clock", () => {
  const marks = [Plot.dot(rows, { x: "ts", y: "kwh" })];
  const labels = labelsOf(plot({ width: 360, x: { type: "utc" }, marks }).svg);
  assert.ok(labels.includes("1 Jan 2024") && labels.includes("2 Jan"), labels.join(" | "));
});

Deno.test("plot() names the colours after the title", () => {
  const marks = [Plot.dot(rows, { x: "ts", y: "kwh", fill: "room", className: "d" })];
  const { svg } = plot({ title: "Rooms", color: { legend: true }, marks });
  const key = (name: string) =>
    new RegExp(`fill="([^"]+)"[^>]*><text[^>]*>${name}<`).exec(svg)?.[1];
  assert.match(key("r1")!, /^#/);
  assert.notEqual(key("r1"), key("r2"));
  const dots = [...svg.matchAll(/<circle [^>]*fill="([^"]+)"/g)].map(([, fill]) => fill);
  assert.deepEqual(dots, [key("r1"), key("r2"), key("r1")]);
});

Deno.test("plot() writes no label of an axis over the title", () => {
  const marks = [Plot.dot(rows, { x: "ts", y: "kwh" })];
  const titled = textBoxes(plot({ title: "Energy", marks }).svg);
  assert.ok(!titled.some(({ text }) => text.includes("kwh")));
  assert.ok(labelsOf(plot({ marks }).svg).some((text) => text.includes("kwh")));
});

Deno.test("plot() takes colours that mean numbers, and no colours at all, with a legend", () => {
  const byValue = plot({
    color: { legend: true, scheme: "blues" },
    marks: [Plot.dot(rows, { x: "ts", y: "kwh", fill: "kwh" })],
  });
  const labels = labelsOf(byValue.svg);
  assert.ok(labels.includes("1") && labels.includes("3"));
  const none = plot({ color: { legend: true }, marks: [Plot.dot(rows, { x: "ts", y: "kwh" })] });
  assert.match(none.svg, /^<svg/);
});

Deno.test("plot() draws what can only be iterated", () => {
  const iterable = {
    *[Symbol.iterator]() {
      yield* rows;
    },
  };
  const marks = (
    data: Iterable<unknown>,
  ) => [Plot.dot(data, { x: "ts", y: "kwh", className: "d" })];
  assert.equal(plot({ marks: marks(iterable) }).svg, plot({ marks: marks(rows) }).svg);
});
