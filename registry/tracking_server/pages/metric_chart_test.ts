import assert from "node:assert/strict";
import { DOMParser } from "linkedom";
import { type ChartPoint, metricChart } from "./metric_chart.ts";

async function drawn(lines: readonly (readonly ChartPoint[])[], labels = ["", "B", "C"]) {
  const markup = await metricChart({
    name: "loss",
    xLabel: "step",
    wholeX: true,
    series: lines.map((points, i) => ({ label: labels[i], colour: i, points })),
  });
  return new DOMParser().parseFromString(String(markup), "image/svg+xml");
}

function points(...values: readonly number[]): ChartPoint[] {
  return values.map((y, x) => ({ x, y }));
}

Deno.test("metricChart() puts points where a hand-made drawing has them", async () => {
  const svg = await drawn([points(0, 10, 5)]);
  // Ticks 0 to 10 by 5 take two digits: the plot goes from x = 22 to 318 and from y = 10 to 152.
  assert.equal(svg.querySelector(".line-0 path")?.getAttribute("d"), "M22,152L170,10L318,81");
  assert.equal(svg.querySelector(".grid")?.getAttribute("d"), "M22,152H318M22,81H318M22,10H318");
  const texts = Array.from(svg.querySelectorAll("text") as Iterable<Element>).map((text) => [
    text.textContent,
    text.getAttribute("x"),
    text.getAttribute("y"),
  ]);
  assert.deepEqual(texts, [
    ["0", "16", "156"],
    ["5", "16", "85"],
    ["10", "16", "14"],
    ["0", "22", "169"],
    ["1", "170", "169"],
    ["2", "318", "169"],
    ["step", "318", "186"],
  ]);
});

Deno.test("metricChart() breaks lines at what is not finite, and draws a lone value as a dot", async () => {
  const svg = await drawn([points(0, 10, NaN, 10, Number.MAX_VALUE, 0, 0)]);
  assert.equal(
    svg.querySelector(".line-0 path")?.getAttribute("d"),
    "M22,152L71.3,10M170,10h0M268.7,152L318,152",
  );
});

Deno.test("metricChart() gives room to a constant and to one value", async () => {
  const constant = await drawn([points(3, 3)]);
  const ticks = Array.from(constant.querySelectorAll("text") as Iterable<Element>)
    .map((text) => text.textContent);
  assert.deepEqual(ticks, ["2.6", "2.8", "3.0", "3.2", "3.4", "0", "1", "step"]);
  const one = await drawn([points(0)]);
  assert.equal(one.querySelector(".line-0 path")?.getAttribute("d"), "M177,81h0");
});

Deno.test("metricChart() names lines at their ends, apart from one another", async () => {
  const svg = await drawn([points(0, 10), points(10, 10), points(0, 0)], ["A", "B", "C"]);
  const labels = ["A", "B", "C"].map((_, i) => {
    const text = svg.querySelector(`.line-${i} text`);
    return [text?.textContent, text?.getAttribute("x"), text?.getAttribute("y")];
  });
  assert.deepEqual(labels, [["A", "323", "14"], ["B", "323", "27"], ["C", "323", "156"]]);
});

Deno.test("metricChart() says in words what it shows, in any characters", async () => {
  const lines = [{ label: "A", points: points(4, 1, 2) }, { label: "<b>", points: points(3) }];
  const series = lines.map((line, colour) => ({ ...line, colour }));
  const text = String(await metricChart({ name: "loss", xLabel: "step", wholeX: true, series }));
  assert.ok(text.includes(
    'aria-label="loss by step: A 4 to 2, range 1 to 4; &lt;b&gt; 3 to 3, range 3 to 3"',
  ));
  assert.ok(text.includes(">&lt;b&gt;</text>"));
  const empty = await metricChart({ name: "l", xLabel: "step", wholeX: true, series: [] });
  assert.equal(String(empty), '<p class="quiet">No finite value.</p>');
});
