/**
 * The estimate of performance beside NannyML's CBPE on the same rows. The definition is the same:
 * scores calibrated by isotonic regression on labelled rows, then expected counts. NannyML gives
 * bands of three standard errors of independent rows, we draw meters, as hours of one meter are not
 * independent; NannyML calibrates only where that lowers the calibration error, we always do with
 * enough labels.
 */
import assert from "node:assert/strict";
import { random } from "../../models/mod.ts";
import { askScript } from "../../models/ask_script_fixture.ts";
import { estimatedPerformance } from "./estimated_performance.ts";
import { scoreChances } from "./score_chances.ts";
import type { ScoredSpan } from "./scored_spans.ts";

const PYTHON_VARIABLE = "WATTBOOK_DRIFT_PYTHON";
const HOUR_MS = 3_600_000;

/** Scored hours from `start` on whose chance of an anomaly is the square of their score. */
function draw(start: number, hours: number, next: () => number) {
  // Steps of 1 / 1024, so that no two scores are nearer than the map keeps apart.
  const score = Float32Array.from({ length: hours }, () => Math.floor(next() * 1024) / 1024);
  const truth = Array.from(score, (value) => next() < value ** 2 ? 1 : 0);
  const span: ScoredSpan = {
    from: start * HOUR_MS,
    to: (start + hours) * HOUR_MS,
    meterIds: new Array<string>(hours).fill("a"),
    ts: Float64Array.from({ length: hours }, (_, i) => (start + i) * HOUR_MS),
    score,
    label: Uint8Array.from(score, (value) => value >= 0.75 ? 1 : 0),
  };
  return { span, truth };
}

Deno.test("estimated performance is that of NannyML's CBPE", async () => {
  const next = random(21);
  const reference = draw(0, 5000, next);
  const current = draw(5000, 1200, next);
  const labels = reference.truth.map((label, i) => ({
    meterId: "a",
    from: i * HOUR_MS,
    to: (i + 1) * HOUR_MS,
    label: label as 0 | 1,
  }));
  const { by, chanceOf } = scoreChances([reference.span], labels);
  const spans = { chunks: [reference.span], window: current.span, meters: 1, scoredMeters: 1 };
  const { figures } = estimatedPerformance(spans, chanceOf);
  const columns = ({ score, label }: ScoredSpan) => ({
    score: [...score],
    predicted: [...label],
  });
  const theirs = await estimateInPython({
    reference: { ...columns(reference.span), truth: reference.truth },
    current: columns(current.span),
  });
  assert.deepEqual([by, theirs.calibrated], ["labels", true]);
  for (const name of ["precision", "recall", "f1"] as const) {
    const [ours, expected] = [figures[name].value!, theirs.figures[name]];
    assert.ok(Math.abs(ours - expected) < 1e-6, `${name} ${ours} for ${expected}`);
  }
});

function estimateInPython(rows: unknown): Promise<{
  readonly calibrated: boolean;
  readonly figures: Readonly<Record<"precision" | "recall" | "f1", number>>;
}> {
  const python = Deno.env.get(PYTHON_VARIABLE);
  assert.ok(python, `Cannot run this test as ${PYTHON_VARIABLE} must be the path of a Python`);
  return askScript(python, new URL("./performance_peer.py", import.meta.url), rows);
}
