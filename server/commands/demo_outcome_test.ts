import assert from "node:assert/strict";
import { DRIFT_REPORT } from "../../pipelines/monitoring/report_fixture.ts";
import { EVALUATION } from "../../pipelines/steps/evaluation_fixture.ts";
import { demoFigures, type DemoOutcome, demoText } from "./demo_outcome.ts";

function outcome(source: "mirror" | "synthetic"): DemoOutcome {
  const issues = { spike: 2, zero_run: 1 };
  const manifest = {
    dataset: "hostel",
    source,
    sourceDigest: "00ff",
    readings: 4_800,
    meters: 2,
    from: 0,
    to: 3_600_000,
    issues: 3,
    rejected: 0,
    files: [],
  };
  return {
    trained: {
      ingested: { manifest, source, kept: false, issues },
      features: 34,
      rows: 4_700,
      runId: "0123",
      version: "5",
      alias: "champion",
      evaluation: EVALUATION,
      parityMaxAbsDiff: 2e-7,
    },
    scored: {
      dataset: "hostel",
      model: "energy-anomaly",
      version: "5",
      members: ["iqr"],
      folder: "5",
      rows: 4_600,
      anomalous_hours: 40,
      events: 12,
      from: "2024-01-01T00:00:00.000Z",
      to: "2024-04-01T00:00:00.000Z",
    },
    drift: DRIFT_REPORT,
    checked: { meter: "room-2-01", hours: 200, scoreMaxAbsDiff: 1e-8, scoreMs: 42 },
  };
}

Deno.test("demoFigures() takes every figure from the step that found it", () => {
  const { labels, detectors, floors, ensemble } = EVALUATION;
  assert.deepEqual(demoFigures(outcome("mirror")), {
    dataset: "hostel",
    source: "mirror",
    meters: 2,
    readings: 4_800,
    issues_found: { spike: 2, zero_run: 1 },
    features: 34,
    rows: 4_700,
    run_id: "0123",
    model: "energy-anomaly",
    version: "5",
    alias: "champion",
    labels,
    detectors,
    floors,
    ensemble,
    parity_max_abs_diff: 2e-7,
    scored_rows: 4_600,
    events: 12,
    drift: {
      report: "20200501T093000000Z-00c0ffee",
      verdict: "drift",
      sections: { features: "drift", meters: "unknown" },
      features: 3,
      drifted: 2,
      top: [{ feature: "residual_week", severity: 4 }, { feature: "sd_24h", severity: 1.2 }],
    },
    self_check: { meter: "room-2-01", hours: 200, score_max_abs_diff: 1e-8, score_ms: 42 },
  });
});

Deno.test("demoText() says where the readings come from, and that labels are injected", () => {
  const real = demoText(outcome("mirror")).split("\n");
  assert.equal(real[0], "hostel, from mirror: 4800 readings of 2 meters");
  assert.ok(real.includes("labels: told by hand"));
  assert.ok(real.includes("# Drift: hostel"));
  assert.equal(
    real.at(-1),
    "4600 hours scored, 12 events; the server gave the same scores for the last 200 hours of " +
      "room-2-01 in 42 ms",
  );
  const [simulated] = demoText(outcome("synthetic")).split("\n");
  assert.equal(simulated, "hostel, simulated, not real meters: 4800 readings of 2 meters");
});
