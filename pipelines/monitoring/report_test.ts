import assert from "node:assert/strict";
import { exitCode, plainReport } from "./report.ts";
import { DRIFT_REPORT } from "./report_fixture.ts";

Deno.test("exitCode() is 2 for drift, 0 for none, 1 where it cannot be told", () => {
  const code = (verdict: "drift" | "no_drift" | "unknown") =>
    exitCode({ ...DRIFT_REPORT, verdict });
  assert.deepEqual([code("drift"), code("no_drift"), code("unknown")], [2, 0, 1]);
});

Deno.test("exitCode() is 1 where a section failed, whatever the others found", () => {
  const { features, meters } = DRIFT_REPORT.sections;
  const sections = { features, meters: { ...meters, error: "Error: Cannot read" } };
  assert.equal(exitCode({ ...DRIFT_REPORT, sections }), 1);
});

Deno.test("plainReport() keeps what programs read", () => {
  const { title: _, facts: __, sections: { features, meters }, ...rest } = DRIFT_REPORT;
  const plain = ({ title, verdict, summary, error, figures }: typeof features) => ({
    title,
    verdict,
    summary,
    error,
    figures,
  });
  assert.deepEqual(plainReport(DRIFT_REPORT), {
    ...rest,
    sections: { features: plain(features), meters: plain(meters) },
  });
});
