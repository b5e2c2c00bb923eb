/** Scoring of readings as they come: lines in, lines out, in bounded memory. */
import type { AppDeps, ScoredReading, ServedModel } from "../deps.ts";
import { explainedEvents } from "../explained_events.ts";
import type { ScoreStreamLine } from "../schemas/score_stream.ts";
import { scoreResponse } from "../score_response.ts";
import { sentReadingReader } from "../sent_reading.ts";
import { type MeterStream, openMeterStream } from "./meter_stream.ts";
import { scoreKept } from "./score_kept.ts";
import type { Line } from "./split_lines.ts";
import { type LineError, lineError, readStreamLine, type SentLine } from "./stream_line.ts";

/** Most readings of a stream: they are kept, as later hours are compared with earlier ones. */
export const MAX_STREAM_READINGS = 500_000;
/** Readings that are waited for while more keep coming. */
const BATCH_READINGS = 10_000;
/** Most readings of one call of the scorer, unless one meter alone has more. */
const CALL_READINGS = 50_000;

/** Who watches a stream, and who ends it. */
export interface ScoreStreamOptions {
  /** Told of each hour once, as it is answered. */
  readonly onScored?: (hours: readonly ScoredReading[]) => void;
  /** Drops what waits to be scored, and ends the stream with its reason. */
  readonly signal?: AbortSignal;
  /** Once it is aborted, no more lines come although the sender may have more. */
  readonly stopping?: AbortSignal;
}

/** A line with a reading, and what keeps the reading from following those before it. */
interface Waiting extends SentLine {
  readonly fault?: string;
}

/**
 * Scores a stream. What is said of the readings is what one request with all of them is answered,
 * however they come; only the order of the lines depends on that.
 *
 * @param lines Lines as they come, `[]` where none comes for a moment: what waits is scored then.
 * @param model Leased for the whole stream.
 * @param options Who watches, and who ends it.
 * @returns The lines of the answer, in lists, as they become known.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "../hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * async function* lines() {
 *   yield [{ number: 1, text: "7" }];
 * }
 * const answer = (await Array.fromAsync(scoreStream(lines(), deps.model, deps))).flat();
 * assert.deepEqual(answer.map(({ type }) => type), ["model", "error", "summary"]);
 * ```
 */
export async function* scoreStream(
  lines: AsyncIterable<readonly Line[]>,
  model: ServedModel,
  { scoreReadings, now }: Pick<AppDeps, "scoreReadings" | "now">,
  { onScored, signal, stopping }: ScoreStreamOptions = {},
): AsyncGenerator<readonly ScoreStreamLine[]> {
  const read = sentReadingReader(now());
  const meters = new Map<string, MeterStream>();
  const counts = { lines: 0, readings: 0, scores: 0, not_scored: 0, events: 0, errors: 0 };
  let waiting: Waiting[] = [];

  yield [{ type: "model", model: { name: model.name, version: model.version } }];
  for await (const some of lines) {
    const errors: LineError[] = [];
    for (const line of some) {
      counts.lines = line.number;
      const sent = readStreamLine(line, read);
      if (sent === undefined) continue;
      if ("type" in sent) errors.push(sent);
      else waiting.push(keep(sent));
    }
    yield told(errors);
    if (some.length === 0 || waiting.length >= BATCH_READINGS) yield* scoreWaiting(false);
  }
  const reason = stopping?.aborted
    ? `The server is stopping: send what follows line ${counts.lines} to another`
    : undefined;
  yield* scoreWaiting(true);
  yield [{ type: "summary", ...counts, ...(reason && { reason }) }];

  function keep({ line, reading }: SentLine): Waiting {
    const kept = meters.get(reading.meterId);
    const meter = kept ?? openMeterStream();
    const fault = counts.readings >= MAX_STREAM_READINGS
      ? `expected at most ${MAX_STREAM_READINGS} readings in a stream, got one more`
      : meter.faultOf(reading);
    if (fault !== undefined) return { line, reading, fault };
    meter.keep(reading);
    if (kept === undefined) meters.set(reading.meterId, meter);
    counts.readings++;
    return { line, reading };
  }

  async function* scoreWaiting(ended: boolean): AsyncGenerator<readonly ScoreStreamLine[]> {
    const sent = waiting;
    waiting = [];
    const ids = new Set(sent.map(({ reading }) => reading.meterId));
    const faults = new Map(sent.flatMap(({ line, fault }) => fault ? [[line, fault]] : []));
    for (const group of groupsOf([...ids].sort(), meters)) {
      const score = (readings: readonly SentLine["reading"][]) =>
        scoreReadings(model, readings, signal);
      const { hours, errors } = await scoreKept(group, meters, sent, score);
      // What is said of an unknown meter stands for all of its lines.
      for (const { line } of errors) if (!faults.delete(line)) counts.readings--;
      yield told(errors);
      yield* decide(group, ended, Map.groupBy(hours, ({ meterId }) => meterId));
    }
    if (ended) {
      const others = [...meters.keys()].filter((id) => !ids.has(id)).sort();
      yield* decide(others, ended);
    }
    yield told([...faults].map(([line, fault]) => lineError(line, [], fault)));
  }

  async function* decide(
    ids: readonly string[],
    ended: boolean,
    hours?: ReadonlyMap<string, readonly ScoredReading[]>,
  ): AsyncGenerator<readonly ScoreStreamLine[]> {
    const decided = ids.flatMap((id) =>
      meters.get(id)?.decide(hours && (hours.get(id) ?? []), ended) ?? []
    );
    const events = await explainedEvents(model, decided.flatMap(({ eventHours }) => eventHours));
    for (const { hours, unscored } of decided) {
      onScored?.(hours);
      const { scores, not_scored } = scoreResponse(model, { hours, events: [] }, unscored);
      yield told(scores.map((hour) => ({ type: "score", ...hour })));
      yield told(not_scored.map((reading) => ({ type: "not_scored", ...reading })));
    }
    const answer = scoreResponse(model, { hours: [], events }, []);
    yield told(answer.events.map((event) => ({ type: "event", ...event })));
  }

  function told<Told extends ScoreStreamLine>(lines: readonly Told[]): readonly Told[] {
    for (const { type } of lines) {
      if (type === "score") counts.scores++;
      else if (type === "not_scored") counts.not_scored++;
      else if (type === "event") counts.events++;
      else if (type === "error") counts.errors++;
    }
    return lines;
  }
}

function* groupsOf(
  ids: readonly string[],
  meters: ReadonlyMap<string, MeterStream>,
): Generator<string[]> {
  let group: string[] = [];
  let readings = 0;
  for (const id of ids) {
    const own = meters.get(id)?.readings.length ?? 0;
    if (group.length > 0 && readings + own > CALL_READINGS) {
      yield group;
      [group, readings] = [[], 0];
    }
    group.push(id);
    readings += own;
  }
  if (group.length > 0) yield group;
}
