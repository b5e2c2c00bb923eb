/**
 * What the tests of the server share: a home in which a hostel with three planted faults was
 * scored and compared with its training, by a small model that was never registered.
 */
import { join } from "node:path";
import {
  buildReferenceProfile,
  detectors,
  ensembleToOnnx,
  fitEnsemble,
  type FittedEnsemble,
  type Matrix,
  matrix,
  quantileThreshold,
} from "../models/mod.ts";
import { openSession } from "../models/onnx/session.ts";
import { type Context, openContext } from "./context.ts";
import { featureViews, readFeatures } from "./features/mod.ts";
import { CSV_START, writeHostelCsv } from "./hostel_csv_fixture.ts";
import type { ServedModel } from "./realtime/mod.ts";
import { features } from "./monitoring/features.ts";
import { monitorWindow } from "./monitoring/monitor_window.ts";
import { ingest, scoreLake } from "./steps/mod.ts";
import { openFeatures } from "./steps/open_features.ts";
import { hostelSource, silent } from "./trained_home_fixture.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 84;
/** The first weeks know too little of what is usual to fit on. */
const LEARNED_AFTER_DAYS = 42;

/** First hour of the readings, epoch milliseconds. */
export const HOSTEL_START = CSV_START;
/** End of the readings, exclusive. */
export const HOSTEL_END = HOSTEL_START + DAYS * DAY_MS;

/** The room with the faults. */
export const FAULTY_METER = "room-6-01";

/** The faults: start in epoch milliseconds, hours, factor on the load. */
export const FAULTS = [[58, 1, 5, 9], [66, 14, 3, 9], [77, 20, 9, 6]].map((
  [day, hour, hours, factor],
) => ({ start: HOSTEL_START + day * DAY_MS + hour * HOUR_MS, hours, factor }));

/** The home and what scored it. */
export interface ScoredHostel extends AsyncDisposable {
  readonly context: Context;
  readonly dataset: string;
  readonly model: ServedModel;
  /** The ensemble that the model's session was exported from. */
  readonly ensemble: FittedEnsemble;
}

/**
 * Simulates twelve weeks of three rooms, fits on two features of them, scores them and compares
 * them with a training in which the rooms used far more; dispose of it in the end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using hostel = await openScoredHostel();
 * assert.deepEqual(hostel.model.columns, ["residual_week", "hour"]);
 * ```
 */
export async function openScoredHostel(): Promise<ScoredHostel> {
  await using opened = new AsyncDisposableStack();
  const home = await Deno.makeTempDir();
  opened.defer(() => Deno.remove(home, { recursive: true }));
  const context = opened.use(await openContext({ home }, () => HOSTEL_END));
  const file = join(home, "hostel.csv");
  await writeHostelCsv(file, {
    days: DAYS,
    roomsPerSize: 1,
    edit: (lines) => lines.map(plantFault),
  });
  const { manifest } = await ingest(context, hostelSource(file), silent);
  await openFeatures(context, featureViews, manifest, silent);

  const columns = ["residual_week", "hour"];
  const from = HOSTEL_START + LEARNED_AFTER_DAYS * DAY_MS;
  const { x, ts } = await readFeatures(context.db, columns, { from, complete: true });
  const members = [
    { detector: detectors.z_score() },
    { detector: detectors.iqr() },
    { detector: detectors.isolation_forest({ trees: 20, sampleSize: 64 }) },
  ];
  const ensemble = await fitEnsemble(x, x, members, { seed: 7 });
  const { value: threshold } = quantileThreshold(ensemble.anomalyScores(x), 0.0085);
  const session = await openSession(ensembleToOnnx(ensemble, threshold));
  opened.defer(() => session.close());
  const weeks = Array.from(ts, (at) => Math.floor((at - HOSTEL_START) / DAY_MS / 7));
  const model = {
    name: "energy-anomaly",
    version: "3",
    runId: "0123456789abcdef",
    columns: session.columns,
    threshold: session.threshold,
    views: featureViews,
    profile: buildReferenceProfile(thirstyHours(x), weeks),
    session,
  };
  const { dataset } = manifest;
  await scoreLake(context, model, dataset);
  const window = { from, to: HOSTEL_END };
  const reference = { from: HOSTEL_START, to: from };
  await monitorWindow(context, model, { dataset, window, reference, sections: [features] }, silent);
  const surroundings = opened.move();
  return {
    context,
    dataset,
    model,
    ensemble,
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}

function plantFault(line: string): string {
  const [meterId, time, kwh] = line.split(",");
  const ts = Date.parse(time);
  const fault = FAULTS.find(({ start, hours }) => ts >= start && ts < start + hours * HOUR_MS);
  if (meterId !== FAULTY_METER || fault === undefined) return line;
  return [meterId, time, Number(kwh) * fault.factor].join(",");
}

/** The same hours in a time in which the residuals were four scales higher. */
function thirstyHours(x: Matrix): Matrix {
  return matrix(x.columns, x.values.map((value, i) => i % 2 === 0 ? value + 4 : value));
}
