import assert from "node:assert/strict";
import { precisionRecallChart } from "./precision_recall_chart.ts";
import { labelsOf } from "./svg_marks_fixture.ts";

const rows = ["a", "b", "c", "d"].flatMap((scorer) => [
  { scorer, recall: 0, precision: 1 },
  { scorer, recall: 0.5, precision: 0.5 },
]);

/** The `d` of the path of a curve. */
function pathOf(svg: string, curve: number): string | undefined {
  return svg.match(new RegExp(`<g[^>]*class="curve-${curve}"[^>]*><path d="([^"]+)"`))?.[1];
}

Deno.test("precisionRecallChart() steps from point to point within 0 and 1", () => {
  const { svg } = precisionRecallChart(rows.slice(0, 2), { width: 464 });
  // The frame is 48 to 448 px wide and 272 down to 44 px high.
  assert.equal(pathOf(svg, 0), "M48,44L48,158L248,158");
});

Deno.test("precisionRecallChart() draws the first three scorers and names them in their order", () => {
  const { svg } = precisionRecallChart(rows);
  assert.deepEqual(labelsOf(svg).filter((label) => /^[a-d]$/.test(label)), ["a", "b", "c"]);
  assert.equal(pathOf(svg, 3), undefined);
});
