/** What a model would have said of hours had some of their features not drifted. */
import { matchReference, type Matrix, matrix, type ReferenceProfile } from "../../models/mod.ts";
import type { ServedModel } from "../realtime/served_model.ts";

const WEEK_HOURS = 168;
/** A standard normal value beyond it, to either side, comes by chance once in twenty times. */
const CRITICAL = 1.96;
/** Scores that move by less, in units of the threshold, change nothing that people see. */
const LEAST_SHARE = 0.01;

/** What a drift did to scores: something to alerts, to scores alone, or nothing. */
export type Effect = "alerts" | "scores" | "none";

/** What the scores are by, and how far from what they would be. */
export interface ScoreEffect {
  readonly effect: Effect;
  /** Anomalous hours per meter and week that the drift added; negative where it took some away. */
  readonly alerts: number;
  /** By how much it raised the mean score. */
  readonly score: number;
  /** What chance makes of the two at most, nineteen times in twenty. */
  readonly alerts_floor: number;
  readonly score_floor: number;
}

/**
 * Compares scores of hours with those of the same hours, some features replaced.
 *
 * Alerts changed when more labels turned one way than the other by more than chance makes of as many
 * turns (McNemar 1947); scores, when their mean moved by more than twice its standard error and a
 * hundredth of the threshold. Hours of one event turn together, so chance does a little more.
 *
 * @param before Scores and labels as they are.
 * @param after As they are without the drift.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const none = { score: Float32Array.of(0.5, 0.25), label: Uint8Array.of(0, 0) };
 * assert.equal(scoreEffect(none, none, 0.75).effect, "none");
 * ```
 */
export function scoreEffect(
  before: { readonly score: Float32Array; readonly label: Uint8Array },
  after: { readonly score: Float32Array; readonly label: Uint8Array },
  threshold: number,
): ScoreEffect {
  const rows = before.score.length;
  let [on, off, sum, squares] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    if (before.label[row] > after.label[row]) on++;
    if (before.label[row] < after.label[row]) off++;
    const difference = before.score[row] - after.score[row];
    sum += difference;
    squares += difference ** 2;
  }
  const mean = sum / rows;
  const deviation = Math.sqrt(Math.max(0, squares / rows - mean ** 2) / rows);
  const alertsFloor = CRITICAL * Math.sqrt(on + off) / rows * WEEK_HOURS;
  const scoreFloor = Math.max(CRITICAL * deviation, LEAST_SHARE * threshold);
  const alerts = (on - off) / rows * WEEK_HOURS;
  return {
    effect: Math.abs(alerts) > alertsFloor
      ? "alerts"
      : Math.abs(mean) > scoreFloor
      ? "scores"
      : "none",
    alerts,
    score: mean,
    alerts_floor: alertsFloor,
    score_floor: scoreFloor,
  };
}

/**
 * The rows with some columns as they would be in the reference: each value is replaced by the
 * reference's of its rank, see {@linkcode matchReference}.
 *
 * @param x Columns of the model, the rows of the window.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildReferenceProfile, matrix } from "../../models/mod.ts";
 * const kwh = matrix(["kwh"], Array.from({ length: 60 }, (_, row) => row % 10));
 * const profile = buildReferenceProfile(kwh, kwh.values.map((_, row) => row % 6));
 * const doubled = matrix(["kwh"], kwh.values.map((value) => 2 * value));
 * assert.deepEqual(replaceColumns(doubled, profile, ["kwh"]).values, kwh.values);
 * ```
 */
export function replaceColumns(
  x: Matrix,
  profile: Pick<ReferenceProfile, "columns">,
  columns: readonly string[],
): Matrix {
  const values = x.values.slice();
  const width = x.columns.length;
  for (const name of columns) {
    const reference = profile.columns.find(({ column }) => column === name);
    const place = x.columns.indexOf(name);
    if (reference === undefined || place < 0) continue;
    const current = Float64Array.from(
      { length: x.rows },
      (_, row) => x.values[row * width + place],
    );
    matchReference(reference, current).forEach((value, row) => {
      values[row * width + place] = value;
    });
  }
  return matrix(x.columns, values);
}

/**
 * Scores of the rows, some columns replaced.
 *
 * @param x Columns of the model, the rows of the window.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * import { plannedWeeks } from "./planned_weeks_fixture.ts";
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.5, 0] });
 * const { model } = weeks.input;
 * const { score } = await replacedScores(model, matrix(model.columns, [1, 0]), ["residual_week"]);
 * assert.equal(score[0], 0.5);
 * ```
 */
export function replacedScores(model: ServedModel, x: Matrix, columns: readonly string[]) {
  return model.session.score(replaceColumns(x, model.profile, columns));
}
