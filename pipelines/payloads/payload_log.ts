/** What a server was asked to score, kept for monitoring: a sample, within a bound of bytes. */
import { join } from "node:path";
import { type Database, sqlString } from "../../data/mod.ts";
import { payloadFileName, removeOldPayloads, UNFINISHED } from "./payload_files.ts";

/** Rows that wait to be written; more are dropped and counted. */
const MOST_WAITING = 50_000;

/** One scored row. */
export interface Payload {
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** Absent where features were sent ready-made. */
  readonly hour?: PayloadHour;
  /** What the model was given, in the order of its columns; `NaN` where missing. */
  readonly features: Float32Array;
  /** In [0, 1]. */
  readonly score: number;
  /** 1 where the score reaches the threshold, else 0. */
  readonly label: number;
}

/** The hour of a meter that a row is about. */
export interface PayloadHour {
  readonly meterId: string;
  /** Its start, epoch milliseconds. */
  readonly ts: number;
  readonly kwh: number;
  /** `null` where unknown. */
  readonly expectedKwh: number | null;
}

/** The version that scored. */
export interface PayloadModel {
  readonly name: string;
  readonly version: string;
  readonly columns: readonly string[];
}

/** Keeps payloads; disposing of it writes what waits. */
export interface PayloadLog extends AsyncDisposable {
  /** Takes in scored rows without a wait; those beyond 50,000 that are not written yet are dropped. */
  add(model: PayloadModel, rows: readonly Payload[]): void;
  /**
   * Writes what waits, a file per version. Call it now and then.
   *
   * @throws {Error} When a file cannot be written: its rows are dropped, the other files are there.
   */
  write(): Promise<void>;
}

/** Where payloads go. */
export interface PayloadLogOptions {
  /** Used for nothing else. */
  readonly db: Database;
  /** See `payloadDirectory`; made when absent. */
  readonly directory: string;
  /** Of all files together. The oldest are removed. */
  readonly maxBytes: number;
  /** Makes an id that was not used before. */
  readonly newId: () => string;
  /** Told with each write how many rows were dropped since the one before, if any. */
  readonly onDropped?: (rows: number) => void;
}

interface Waiting {
  readonly model: PayloadModel;
  rows: Payload[];
}

/**
 * Opens a payload log. A file is renamed to its name when it is whole; a kill loses what waits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { listPayloadFiles } from "./payload_files.ts";
 * const directory = await Deno.makeTempDir();
 * await using db = await openDatabase({ threads: 1 });
 * const log = openPayloadLog({ db, directory, maxBytes: 1e6, newId: () => "a1" });
 * const features = Float32Array.of(1.5);
 * log.add({ name: "m", version: "1", columns: ["hour"] }, [
 *   { receivedAt: 0, features, score: 0.5, label: 0 },
 * ]);
 * await log.write();
 * const [{ path }] = await listPayloadFiles(directory);
 * assert.ok(path.endsWith("/m-v1/1970-01-01T000000000Z-a1.parquet"));
 * assert.deepEqual(await db.rows(`SELECT hour, score FROM '${path}'`), [{ hour: 1.5, score: 0.5 }]);
 * ```
 */
export function openPayloadLog(
  { db, directory, maxBytes, newId, onDropped }: PayloadLogOptions,
): PayloadLog {
  let waiting = new Map<string, Waiting>();
  let count = 0;
  let dropped = 0;
  let last: Promise<void> = Promise.resolve();

  async function writeAll(): Promise<void> {
    const batch = [...waiting.values()];
    waiting = new Map();
    count = 0;
    const failures: unknown[] = [];
    for (const { model, rows } of batch) {
      try {
        await writeFile(db, directory, model, rows, newId());
      } catch (error) {
        failures.push(error);
        dropped += rows.length;
      }
    }
    if (dropped > 0) onDropped?.(dropped);
    dropped = 0;
    if (batch.length === 0) return;
    await db.release();
    await removeOldPayloads(directory, maxBytes);
    if (failures.length > 0) throw failures[0];
  }

  function write(): Promise<void> {
    last = last.catch(() => {}).then(writeAll);
    return last;
  }

  return {
    add(model, rows) {
      const taken = rows.slice(0, MOST_WAITING - count);
      dropped += rows.length - taken.length;
      count += taken.length;
      const key = `${model.name} ${model.version}`;
      const known = waiting.get(key);
      if (known === undefined) waiting.set(key, { model, rows: taken });
      else for (const row of taken) known.rows.push(row);
    },
    write,
    [Symbol.asyncDispose]: write,
  };
}

async function writeFile(
  db: Database,
  directory: string,
  { name, version, columns }: PayloadModel,
  rows: readonly Payload[],
  id: string,
): Promise<void> {
  if (rows.length === 0) return;
  const folder = join(directory, `${encodeURIComponent(name)}-v${version}`);
  await Deno.mkdir(folder, { recursive: true });
  await db.run(`CREATE OR REPLACE TABLE payload (
    received_at TIMESTAMP, meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, expected_kwh DOUBLE,
    score FLOAT, label INTEGER, ${columns.map((column) => `${column} FLOAT`).join(", ")})`);
  await db.append("payload", {
    received_at: rows.map(({ receivedAt }) => receivedAt),
    meter_id: rows.map(({ hour }) => hour?.meterId ?? null),
    ts: rows.map(({ hour }) => hour?.ts ?? null),
    kwh: rows.map(({ hour }) => hour?.kwh ?? null),
    expected_kwh: rows.map(({ hour }) => hour?.expectedKwh ?? null),
    score: rows.map(({ score }) => score),
    label: rows.map(({ label }) => label),
    ...Object.fromEntries(columns.map((column, j) => [
      column,
      rows.map(({ features }) => Number.isNaN(features[j]) ? null : features[j]),
    ])),
  });
  const path = join(folder, payloadFileName(rows[0].receivedAt, id));
  const part = path + UNFINISHED;
  await db.run(`COPY payload TO ${sqlString(part)} (FORMAT parquet, COMPRESSION zstd);
    DROP TABLE payload`);
  await Deno.rename(part, path);
}
