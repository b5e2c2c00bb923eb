import assert from "node:assert/strict";
import { plainReport } from "../../pipelines/monitoring/mod.ts";
import { DRIFT_REPORT } from "../../pipelines/monitoring/report_fixture.ts";
import { renderReportsPage } from "./reports_page.ts";

const served = { name: "energy-anomaly", version: "1", threshold: 0.9 };
const latest = plainReport(DRIFT_REPORT);

Deno.test("renderReportsPage() lists each report with its window, model, day and verdict", async () => {
  const listed = [latest, { ...latest, verdict: "no_drift" as const, model: "<b>" }];
  const text = String(await renderReportsPage({ served, latest, listed, limit: 3 }));
  const rows = [...text.matchAll(/<tr>\s*<th scope="row">([^]*?)<\/tr>/g)]
    .map(([, row]) => row.replaceAll(/<[^>]*>/g, "").trim().split(/\n\s*/));
  const window = "1 Apr 2020 to 30 Apr 2020";
  assert.deepEqual(rows, [
    [window, "energy-anomaly 1", "1 May 2020", "drift"],
    [window, "&lt;b&gt; 1", "1 May 2020", "no drift"],
  ]);
});

Deno.test("renderReportsPage() leads to older reports where there may be some", async () => {
  const page = { served, latest, listed: [latest], limit: 1 };
  assert.match(
    String(await renderReportsPage(page)),
    new RegExp(`<a href="/drift\\?limit=1&amp;before=${latest.id}">Older reports</a>`),
  );
  assert.doesNotMatch(String(await renderReportsPage({ ...page, limit: 2 })), /Older reports/);
});
