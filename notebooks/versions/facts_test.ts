import assert from "node:assert/strict";
import type { Cell, Notebook } from "../documents/mod.ts";
import { FACTS_TYPE, factsOf } from "./facts.ts";

Deno.test("factsOf() takes the last value of a figure and each dataset once", () => {
  const hostel = { name: "synthetic-hostel", digest: "ab12" };
  const reports = [
    { figures: { "roc_auc": 0.5, meters: 3 }, datasets: [hostel] },
    { figures: { "roc_auc": 0.75 } },
    { datasets: [{ ...hostel }, { ...hostel, digest: "cd34" }] },
  ];
  assert.deepEqual(factsOf(reporting(reports)), {
    figures: { "roc_auc": 0.75, meters: 3 },
    datasets: [hostel, { name: "synthetic-hostel", digest: "cd34" }],
  });
  assert.deepEqual(factsOf(reporting([])), { figures: {}, datasets: [] });
});

Deno.test("factsOf() names the cell of a report that it cannot read", () => {
  const wrong: [report: unknown, message: RegExp][] = [
    // JSON has no NaN: JSON.stringify() makes it null.
    [{ figures: { auc: null } }, /^Cannot read what cell 2 reports at "figures\.auc": /],
    [{ figures: { "a;b": 1 } }, /at "figures\.a;b"/],
    [{ datasets: [{ name: "a" }] }, /at "datasets\.0\.digest"/],
    ["0.5", /at ""/],
  ];
  for (const [report, message] of wrong) {
    assert.throws(() => factsOf(reporting([{}, report])), { name: "TypeError", message });
  }
});

/** A notebook of a cell for each report. */
function reporting(reports: readonly unknown[]): Notebook {
  const cells = reports.map((report, i): Cell => ({
    cell_type: "code",
    id: `cell-${i}`,
    metadata: {},
    source: "1",
    outputs: [
      { output_type: "stream", name: "stdout", text: "1" },
      { output_type: "display_data", data: { [FACTS_TYPE]: report }, metadata: {} },
    ],
  }));
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}
