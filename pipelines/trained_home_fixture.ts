/** What the tests of the pipelines share: a home in which a model was trained on a small hostel. */
import { join } from "node:path";
import { type Source, sources } from "../data/mod.ts";
import { type Context, openContext } from "./context.ts";
import { CSV_TIME_ZONE, type HostelCsvOptions, writeHostelCsv } from "./hostel_csv_fixture.ts";
import { createProgress, type Progress } from "./progress.ts";
import { train, type TrainingOptions, type TrainingSummary } from "./steps/training.ts";

/** The time of the first look at the clock of a trained home; each further look is 1 ms later. */
export const TRAINED_AT = Date.UTC(2024, 7, 1);

/** Progress that nobody sees. */
export const silent: Progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });

/** What to train on and how; the rest is as `deno task train` has it. */
export interface TrainedHomeOptions
  extends HostelCsvOptions, Partial<Pick<TrainingOptions, "seed" | "until" | "commit">> {}

/** A home with the dataset `hostel` and version 1 of `energy-anomaly` as its champion. */
export interface TrainedHome {
  readonly context: Context;
  /** How it was trained. */
  readonly options: TrainingOptions;
  readonly training: TrainingSummary;
}

/**
 * A file of {@linkcode writeHostelCsv} as a source.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(hostelSource("hostel.csv").name, "hostel");
 * ```
 */
export function hostelSource(file: string): Source {
  return sources.tableFile({
    file,
    meterColumn: "meter_id",
    timeColumn: "ts",
    valueColumn: "kwh",
    timeZone: CSV_TIME_ZONE,
  });
}

/**
 * How a home is trained.
 *
 * @param home Where its file of readings is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { model, seed } = trainingOptions("home", { seed: 3 });
 * assert.deepEqual([model, seed], ["energy-anomaly", 3]);
 * ```
 */
export function trainingOptions(
  home: string,
  { seed = 1, until, commit }: TrainedHomeOptions,
): TrainingOptions {
  return {
    source: hostelSource(join(home, "hostel.csv")),
    model: "energy-anomaly",
    seed,
    threshold: { rule: "f_beta", beta: 1 },
    until,
    commit,
  };
}

/**
 * Writes the readings into the home of a context and trains on them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openContext } from "./context.ts";
 * const home = await Deno.makeTempDir();
 * {
 *   await using context = await openContext({ home }, () => TRAINED_AT);
 *   await assert.rejects(trainHome(context, { days: 20 }), /at least 6 chunks/);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function trainHome(
  context: Context,
  trained: TrainedHomeOptions,
): Promise<TrainedHome> {
  const options = trainingOptions(context.config.home, trained);
  await writeHostelCsv(join(context.config.home, "hostel.csv"), trained);
  return { context, options, training: await train(context, options, silent) };
}

/**
 * Trains in a new home, runs a test in it and removes it. A test that does not ask what training
 * does takes {@linkcode withChampionHome}, which mostly need not train.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const days = 20;
 * await assert.rejects(withTrainedHome({ days }, () => {}), /at least 6 chunks/);
 * ```
 */
export async function withTrainedHome(
  trained: TrainedHomeOptions,
  use: (trained: TrainedHome) => Promise<void> | void,
): Promise<void> {
  const home = await Deno.makeTempDir();
  let time = TRAINED_AT;
  try {
    await using context = await openContext({ home }, () => time++);
    await use(await trainHome(context, trained));
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
