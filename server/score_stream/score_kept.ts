/** Scoring of what a stream has kept, without what the scorer refuses. */
import type { Reading } from "../../data/mod.ts";
import { UnknownMeterError } from "../../pipelines/mod.ts";
import { OffGridError } from "../../pipelines/realtime/mod.ts";
import type { ScoredReading } from "../deps.ts";
import { offGrid, unknownMeter } from "../reading_faults.ts";
import type { MeterStream } from "./meter_stream.ts";
import { type LineError, lineError, type SentLine } from "./stream_line.ts";

/** The scored hours, by meter and time, and the lines that were refused. */
export interface ScoredGroup {
  readonly hours: readonly ScoredReading[];
  readonly errors: readonly LineError[];
}

/**
 * Scores all kept readings of some meters. A meter that nobody knows is forgotten, a reading beside
 * the grid dropped; their lines are named, and the rest is scored.
 *
 * @param ids The meters, of which unknown ones are deleted from `meters`.
 * @param sent The lines since the last call; of those before, none is refused any more.
 * @param score Rejects with {@linkcode UnknownMeterError} or {@linkcode OffGridError}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { UnknownMeterError } from "../../pipelines/mod.ts";
 * import { openMeterStream } from "./meter_stream.ts";
 * const reading = { meterId: "attic", ts: 0, kwh: 1 };
 * const meters = new Map([["attic", openMeterStream()]]);
 * meters.get("attic")?.keep(reading);
 * const score = () => Promise.reject(new UnknownMeterError(["attic"]));
 * const { errors } = await scoreKept(["attic"], meters, [{ line: 7, reading }], score);
 * assert.equal(errors[0].detail, 'Cannot score meter of line 7: meter "attic" is unknown');
 * ```
 */
export async function scoreKept(
  ids: readonly string[],
  meters: Map<string, MeterStream>,
  sent: readonly SentLine[],
  score: (readings: readonly Reading[]) => Promise<readonly ScoredReading[]>,
): Promise<ScoredGroup> {
  const errors: LineError[] = [];
  let readings = ids.flatMap((id) => meters.get(id)?.readings ?? []);
  while (readings.length > 0) {
    try {
      return { hours: await score(readings), errors };
    } catch (error) {
      if (error instanceof UnknownMeterError) {
        const unknown = new Set(error.meterIds);
        for (const id of unknown) meters.delete(id);
        readings = readings.filter(({ meterId }) => !unknown.has(meterId));
        for (const { line, reading: { meterId } } of sent) {
          if (unknown.has(meterId)) errors.push(lineError(line, [unknownMeter(meterId)]));
        }
      } else if (error instanceof OffGridError) {
        const odd = new Map(error.readings.map((found) => [readings[found.place], found]));
        const dropped = new Set(odd.keys());
        for (const id of ids) meters.get(id)?.drop(dropped);
        readings = readings.filter((reading) => !odd.has(reading));
        for (const { line, reading } of sent) {
          const found = odd.get(reading);
          if (found !== undefined) errors.push(lineError(line, [offGrid(found)]));
        }
      } else throw error;
    }
  }
  return { hours: [], errors };
}
