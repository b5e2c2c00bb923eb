/** The readings that the pipelines' tests work with: a small simulated hostel as a CSV file. */
import { simulateHostel } from "../data/mod.ts";

/** First hour of the hostel, epoch milliseconds. */
export const CSV_START = Date.UTC(2024, 0, 1);

/** Time zone of the hostel, for `--time-zone`. */
export const CSV_TIME_ZONE = "Asia/Tashkent";

/** What to write. */
export interface HostelCsvOptions {
  /** Days from {@linkcode CSV_START}; a reference profile needs six months. @default {200} */
  readonly days?: number;
  /** Rooms of 2, of 4 and of 6 beds each. @default {2} */
  readonly roomsPerSize?: number;
  /** Changes the lines below the header, which are by meter and time. @default {as they are} */
  readonly edit?: (lines: string[]) => string[];
}

/**
 * Writes the hourly readings of rooms, columns `meter_id`, `ts` and `kwh`; lost hours are
 * absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = await Deno.makeTempFile();
 * await writeHostelCsv(path, { days: 1 });
 * assert.match(await Deno.readTextFile(path), /^meter_id,ts,kwh\nroom-2-01,2024-01-01T00:00:00Z,/);
 * await Deno.remove(path);
 * ```
 */
export async function writeHostelCsv(
  path: string,
  { days = 200, roomsPerSize = 2, edit = (lines) => lines }: HostelCsvOptions = {},
): Promise<void> {
  const { readings } = simulateHostel({ seed: 1, start: CSV_START, days, roomsPerSize });
  const lines = readings.meterId.map((meterId, i) => {
    const ts = new Date(readings.ts[i]).toISOString().replace(".000Z", "Z");
    return `${meterId},${ts},${readings.kwh[i]}`;
  });
  await Deno.writeTextFile(path, `${["meter_id,ts,kwh", ...edit(lines)].join("\n")}\n`);
}
