/** The options that say which readings a command works with. */
import { type Source, sources } from "../../data/mod.ts";
import { type ParsedOptions, UsageError } from "../command.ts";

/** Start and length of the simulated hostel, where nobody asks for others. */
export const HOSTEL_SPAN = { start: Date.UTC(2023, 0, 1), days: 730 } as const;

/** Options of commands that bring data in. */
export const DATA_OPTIONS = {
  dataset: {
    type: "string",
    placeholder: "NAME",
    description: "cambridge-estates or synthetic-hostel; with --file, the name to give it",
  },
  file: { type: "string", placeholder: "FILE", description: "CSV or Parquet file of readings" },
  "meter-column": {
    type: "string",
    placeholder: "NAME",
    description: "Column with the meter",
    default: "meter_id",
  },
  "time-column": {
    type: "string",
    placeholder: "NAME",
    description: "Column with the start of the interval",
    default: "ts",
  },
  "value-column": {
    type: "string",
    placeholder: "NAME",
    description: "Column with the energy, kWh",
    default: "kwh",
  },
  "time-zone": {
    type: "string",
    placeholder: "ZONE",
    description: "IANA time zone of the site of --file",
    default: "UTC",
  },
  days: {
    type: "number",
    placeholder: "DAYS",
    description: `Days of the simulated hostel (default: ${HOSTEL_SPAN.days})`,
    whole: true,
    min: 1,
  },
} as const;

/** The option that decides all chance. */
export const SEED_OPTION = {
  type: "number",
  description: "Same data and seed, same result",
  whole: true,
  min: 0,
  default: 1,
} as const;

/**
 * The source that the options name: a file, or one of the datasets.
 *
 * @param seed Seed of the simulated hostel.
 * @throws {UsageError} When the dataset is not known, or is not the one that has a number of days.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseCommand } from "../command.ts";
 * const { options } = parseCommand(
 *   { name: "train", summary: "", options: DATA_OPTIONS },
 *   ["--dataset", "synthetic-hostel"],
 * );
 * assert.equal(chooseSource(options, 1).name, "synthetic-hostel");
 * ```
 */
export function chooseSource(options: ParsedOptions<typeof DATA_OPTIONS>, seed: number): Source {
  const { file, dataset, days } = options;
  if (days !== undefined && (file !== undefined || dataset !== "synthetic-hostel")) {
    throw new UsageError("Cannot use --days without --dataset synthetic-hostel");
  }
  if (options.file !== undefined) {
    return sources.tableFile({
      file: options.file,
      meterColumn: options["meter-column"],
      timeColumn: options["time-column"],
      valueColumn: options["value-column"],
      timeZone: options["time-zone"],
      name: options.dataset,
    });
  }
  switch (options.dataset ?? "cambridge-estates") {
    case "cambridge-estates":
      return sources.cambridgeEstates();
    case "synthetic-hostel":
      return sources.syntheticHostel({
        seed,
        start: HOSTEL_SPAN.start,
        days: options.days ?? HOSTEL_SPAN.days,
      });
  }
  throw new UsageError(
    `Cannot find dataset "${options.dataset}": expected cambridge-estates, synthetic-hostel or --file FILE`,
  );
}
