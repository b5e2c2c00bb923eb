import assert from "node:assert/strict";
import { detectors } from "../../models/mod.ts";
import { silent } from "../trained_home_fixture.ts";
import { evaluateDetectors } from "./evaluate_detectors.ts";
import { evaluationData } from "./evaluation_data_fixture.ts";
import { evaluationReport } from "./evaluation_report.ts";
import { reportPage } from "./report_page.ts";
import { reportTable } from "./report_table.ts";

const data = { ...evaluationData(), dataset: "<b>told</b>" };
const options = {
  protocol: "leave-one-out",
  detectors: [detectors.iqr(), detectors.z_score()],
  seed: 3,
  threshold: { rule: "quantile", contamination: 0.05 },
} as const;
let time = 0;
const judged = await evaluateDetectors(data, options, () => time++, silent);
const report = evaluationReport(data, options, judged);

Deno.test("reportPage() stands alone: no script, no other file", () => {
  const page = reportPage(data, judged, report);
  assert.doesNotMatch(page, /<script|<link|<img|@import|url\(/);
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)];
  assert.deepEqual(addresses, []);
});

Deno.test("reportPage() holds every figure of the table, and text from outside as text", () => {
  const page = reportPage(data, judged, report);
  assert.match(page, /<h1>Evaluation on &lt;b&gt;told&lt;\/b&gt;<\/h1>/);
  const cells = reportTable(report).split("\n").filter((line) => /^\| [a-z]/.test(line))
    .flatMap((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  assert.ok(cells.length > 100);
  for (const cell of cells) assert.ok(page.includes(`>${cell}</t`), cell);
});

Deno.test("reportPage() draws ranking, wins, curves, shares and the best and worst meter", () => {
  const titles = [...reportPage(data, judged, report).matchAll(/<svg[^>]* aria-label="([^"]+)"/g)]
    .map(([, title]) => title);
  assert.deepEqual(titles.slice(0, 4).map((title) => title.split(",")[0]), [
    "Means over meters",
    "Meters on which a scorer has the higher average precision",
    "Precision (up) against recall",
    "Share of anomalous hours by chance",
  ]);
  assert.deepEqual(titles.slice(4).map((title) => title.split(" ")[0]), ["best", "worst"]);
});

Deno.test("reportPage() says who was left out and why", () => {
  const page = reportPage(data, judged, {
    ...report,
    meters_left_out: ["dead"],
    refused: { shy: "Cannot fit" },
  });
  assert.match(page, /<p>Not judged, as they cannot carry faults: dead\.<\/p>/);
  assert.match(page, /<p>Left out: shy: Cannot fit\.<\/p>/);
});
