import assert from "node:assert/strict";
import { DRIFT_REPORT } from "../report_fixture.ts";
import { markdown } from "./markdown.ts";

Deno.test("markdown gives verdict, facts, and each section's sentence and tables", () => {
  assert.equal(
    markdown.render(DRIFT_REPORT),
    `# Drift: hostel

- window: 2020-04-01 to 2020-04-30
- model: energy-anomaly, version 1

## Features: drift

2 of 3 features differ from training, most of all residual_week, sd_24h.

**The features that differ most**

| feature       | severity | drift |
| ------------- | -------: | ----- |
| residual_week |        4 | yes   |
| sd_24h        |      1.2 | yes   |
| hour          |        0 | no    |

## Meters: cannot tell

No meter has a year of readings before the window.
`,
  );
});

Deno.test("markdown tells why a section failed", () => {
  const failed = { ...DRIFT_REPORT.sections.meters, error: "Error: Cannot read `meters`" };
  const text = markdown.render({ ...DRIFT_REPORT, sections: { failed } });
  assert.match(text, /\n\n> Error: Cannot read \\`meters\\`\n$/);
});

Deno.test("markdown shows markup in names as text", () => {
  const { meters } = DRIFT_REPORT.sections;
  const names = ["a|b", "<script>", "[x](javascript:y)", "*bold* _it_ a_b", "new\nline", "back\\"];
  const tables = [{ title: "Names", columns: ["name"], rows: names.map((name) => [name]) }];
  const text = markdown.render({ ...DRIFT_REPORT, sections: { meters: { ...meters, tables } } });
  const rows = text.split("\n").filter((line) => line.startsWith("| ")).slice(2);
  assert.deepEqual(rows.map((row) => row.slice(2, -2).trimEnd()), [
    "a\\|b",
    "&lt;script&gt;",
    "\\[x\\](javascript:y)",
    "\\*bold\\* \\_it\\_ a_b",
    "new line",
    "back\\\\",
  ]);
});
