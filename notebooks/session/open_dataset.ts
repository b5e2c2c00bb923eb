/** Choosing the readings that a notebook looks at. */
import { extname } from "node:path";
import { openLake, openSource, readManifest, sources } from "../../data/mod.ts";
import { type Context, HOSTEL_SPAN } from "../../pipelines/mod.ts";
import { type Dataset, toDataset } from "./dataset.ts";

/** How the columns of a file are called, and where its meters stand. */
export interface FileOptions {
  /** @default {"meter_id"} */
  readonly meterColumn?: string;
  /** Column with the start of the interval. @default {"ts"} */
  readonly timeColumn?: string;
  /** Column with the energy, kWh. @default {"kwh"} */
  readonly valueColumn?: string;
  /** IANA time zone of the site, and of times without an offset. @default {"UTC"} */
  readonly timeZone?: string;
}

const SIMULATED = "synthetic-hostel";
const FILE = /^\.(csv|tsv|txt|gz|parquet)$/;

/**
 * Opens a dataset as the relations `readings`, `meters`, `weather`, `issues` and `rejected`, in
 * place of what was open before. A name is that of a dataset of the lake; the simulated hostel is
 * simulated where it is not there yet. A path of a CSV or Parquet file is loaded, cleaned and
 * checked as ingesting it would, and stored nowhere.
 *
 * @param name `synthetic-hostel`, `cambridge-estates`, another dataset of the lake, or a path that
 *   ends in `.csv`, `.tsv`, `.txt`, `.gz` or `.parquet`.
 * @throws {Error} When there is no such dataset or file.
 * @throws {RangeError} When the file lacks a column, with the columns it has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openContext } from "../../pipelines/context.ts";
 * const home = await Deno.makeTempDir();
 * {
 *   await using context = await openContext({ home }, () => 0);
 *   const file = `${home}/rooms.csv`;
 *   await Deno.writeTextFile(file, "room,ts,kwh\nr1,2024-01-01T00:00Z,1\nr1,2024-01-01T01:00Z,2\n");
 *   const { meters, readings } = await openDataset(context, file, { meterColumn: "room" });
 *   assert.deepEqual([meters, readings], [1, 2]);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function openDataset(
  context: Pick<Context, "db" | "config">,
  name: string = SIMULATED,
  options: FileOptions = {},
): Promise<Dataset> {
  const { db, config: { home } } = context;
  if (FILE.test(extname(name).toLowerCase())) return await openFile(context, name, options);
  if (await readManifest(home, name) === undefined) {
    if (name !== SIMULATED) {
      throw new Error(
        `Cannot open "${name}" as the lake in ${home} has no such dataset: expected ${SIMULATED}, a file such as readings.csv, or what \`deno task ingest --dataset ${name}\` brings`,
      );
    }
    await simulate(context);
  }
  return toDataset(await openLake(db, home, name));
}

async function simulate({ db, config }: Pick<Context, "db" | "config">): Promise<void> {
  const { ingest } = await import("../../pipelines/steps/mod.ts");
  const hostel = sources.syntheticHostel({ seed: 1, ...HOSTEL_SPAN });
  // Whether it was there already must not be seen in what a cell shows.
  await ingest({ db, config }, hostel, {
    step: (_, body) => Promise.resolve(body(() => {})),
    note() {},
    seconds: {},
  });
}

async function openFile(
  { db, config: { home } }: Pick<Context, "db" | "config">,
  file: string,
  { meterColumn = "meter_id", timeColumn = "ts", valueColumn = "kwh", timeZone = "UTC" }:
    FileOptions,
): Promise<Dataset> {
  const source = sources.tableFile({ file, meterColumn, timeColumn, valueColumn, timeZone });
  try {
    const { digest, ...opened } = await openSource(db, source, { home, fetch });
    return toDataset({ ...opened, sourceDigest: digest });
  } catch (cause) {
    if (!(cause instanceof RangeError && cause.message.startsWith("Cannot find column"))) {
      throw cause;
    }
    throw new RangeError(
      `${cause.message}; name the columns as in openDataset("${file}", { meterColumn: "…", timeColumn: "…", valueColumn: "…" })`,
      { cause },
    );
  }
}
