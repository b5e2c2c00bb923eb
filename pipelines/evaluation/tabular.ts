/** Detectors on a table without times: whether they are the detectors that they say they are. */
import type { LabelledTable } from "../../data/mod.ts";
import {
  averagePrecision,
  bootstrapIntervals,
  type Detector,
  floors,
  type Matrix,
  matrix,
  random,
  rocAuc,
  selectRows,
} from "../../models/mod.ts";
import type { Progress } from "../progress.ts";
import { windowDetectors } from "./detector_inputs.ts";
import { orRefused } from "./or_refused.ts";
import type { ReportedInterval } from "./reported_figures.ts";

/** Trials, as many as published tables take the mean of. */
const TRIALS = 10;
const TEST_SHARE = 0.4;

/** Mean figures over the trials, with 95 % intervals of the means. */
export interface TabularFigures {
  readonly roc_auc: number;
  readonly roc_auc_ci: ReportedInterval;
  readonly average_precision: number;
  readonly average_precision_ci: ReportedInterval;
}

/** Figures of detectors on a table. */
export interface TabularReport {
  readonly dataset: string;
  readonly protocol: string;
  readonly seed: number;
  readonly rows: number;
  readonly anomalous_rows: number;
  readonly refused: Readonly<Record<string, string>>;
  readonly detectors: Readonly<Record<string, TabularFigures>>;
  readonly floors: Readonly<Record<string, TabularFigures>>;
}

/**
 * Fits each detector to 60 % of the rows, without labels unless it learns from them, and ranks the
 * others, ten times with splits of their own; both classes are split alike. Detectors of windows or
 * calendars are passed over, as the columns of a table are neither.
 *
 * @throws {RangeError} When a class has fewer than two rows.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * import { createProgress } from "../progress.ts";
 * const values = Float32Array.of(1, 2, 3, 4, 50, 60, 70);
 * const label = Uint8Array.of(0, 0, 0, 0, 1, 1, 1);
 * const report = await evaluateTable(
 *   { name: "told", columns: ["kwh"], values, label },
 *   { detectors: [detectors.z_score()], seed: 1 },
 *   createProgress({ write() {}, isTerminal: false, now: () => 0 }),
 * );
 * assert.equal(report.floors.constant.roc_auc, 0.5);
 * ```
 */
export async function evaluateTable(
  table: LabelledTable,
  { detectors, seed }: { readonly detectors: readonly Detector[]; readonly seed: number },
  progress: Progress,
): Promise<TabularReport> {
  const x = matrix(table.columns, table.values);
  const splits = Array.from({ length: TRIALS }, (_, trial) => splitRows(table.label, seed + trial));
  const refused: Record<string, string> = {};
  const judged: Record<string, TabularFigures> = {};
  const fitting = detectors.filter(({ name, requires }) =>
    requires === undefined && !windowDetectors.some((window) => window === name)
  );
  for (const detector of fitting) {
    await progress.step(
      detector.name,
      (onProgress) =>
        orRefused(refused, detector.name, async () => {
          const trials: Trial[] = [];
          for (const [trial, { train, test }] of splits.entries()) {
            const labels = detector.supervised
              ? Uint8Array.from(train, (row) => table.label[row])
              : undefined;
            const fitted = await detector.fit(selectRows(x, train), { seed: seed + trial, labels });
            trials.push(judge(table.label, test, fitted.anomalyScores(selectRows(x, test))));
            onProgress((trial + 1) / TRIALS);
          }
          judged[detector.name] = overTrials(trials, seed);
        }),
    );
  }
  const floor = (score: (x: Matrix, seed: number) => Float64Array) =>
    overTrials(
      splits.map(({ test }, i) => judge(table.label, test, score(selectRows(x, test), seed + i))),
      seed,
    );
  return {
    dataset: table.name,
    protocol: `60/40 split, mean of ${TRIALS} trials`,
    seed,
    rows: x.rows,
    anomalous_rows: table.label.reduce((sum, label) => sum + label, 0),
    refused,
    detectors: judged,
    floors: {
      random: floor(floors.random.anomalyScores),
      constant: floor(floors.constant.anomalyScores),
    },
  };
}

interface Trial {
  readonly roc_auc: number;
  readonly average_precision: number;
}

function judge(labels: Uint8Array, test: readonly number[], scores: Float64Array): Trial {
  const truth = Uint8Array.from(test, (row) => labels[row]);
  return { roc_auc: rocAuc(truth, scores), average_precision: averagePrecision(truth, scores) };
}

function overTrials(trials: readonly Trial[], seed: number): TabularFigures {
  const means = (of: readonly Trial[]) => ({
    roc_auc: of.reduce((sum, trial) => sum + trial.roc_auc, 0) / of.length,
    average_precision: of.reduce((sum, trial) => sum + trial.average_precision, 0) / of.length,
  });
  const { roc_auc, average_precision } = bootstrapIntervals(trials, means, { seed });
  return { ...means(trials), roc_auc_ci: roc_auc, average_precision_ci: average_precision };
}

function splitRows(labels: Uint8Array, seed: number) {
  const draw = random(seed);
  const classes = [0, 1].map((label) => {
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    if (rows.length < 2) {
      throw new RangeError(
        `Cannot split a table as each class needs 2 rows: ${rows.length} are labelled ${label}`,
      );
    }
    const drawn = rows.map((row) => ({ row, key: draw() })).sort((a, b) => a.key - b.key);
    const test = Math.max(1, Math.round(rows.length * TEST_SHARE));
    return { test: drawn.slice(0, test), train: drawn.slice(test) };
  });
  const side = (of: "train" | "test") =>
    classes.flatMap((group) => group[of].map(({ row }) => row));
  return { train: side("train"), test: side("test") };
}
