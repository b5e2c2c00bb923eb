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
 * Trains in a new home, runs a test in it and removes it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withTrainedHome({}, ({ training }) => {
 *   assert.deepEqual([training.version, training.alias], ["1", "champion"]);
 * });
 * ```
 */
export async function withTrainedHome(
  { seed = 1, until, commit, ...csv }: TrainedHomeOptions,
  use: (trained: TrainedHome) => Promise<void> | void,
): Promise<void> {
  const home = await Deno.makeTempDir();
  let time = TRAINED_AT;
  try {
    const file = join(home, "hostel.csv");
    await writeHostelCsv(file, csv);
    await using context = await openContext({ home }, () => time++);
    const options = {
      source: hostelSource(file),
      model: "energy-anomaly",
      seed,
      threshold: { rule: "f_beta", beta: 1 } as const,
      until,
      commit,
    };
    await use({ context, options, training: await train(context, options, silent) });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
