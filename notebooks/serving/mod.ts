/**
 * A server of a model as a process of its own, in a notebook.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { scoreReadings } from "./mod.ts";
 * const readings = [{ meter_id: "room-1", ts: 0, kwh: 1 }];
 * await assert.rejects(scoreReadings("http://localhost:1", readings), TypeError);
 * ```
 */
export {
  type ReadingRow,
  type ReadingRows,
  scoreReadings,
  type ServedHour,
  type ServedReason,
  type ServedScores,
} from "./score_readings.ts";
export { type ModelServer, type ServerRequest, startServer } from "./start_server.ts";
