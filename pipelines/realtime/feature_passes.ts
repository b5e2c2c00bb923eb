/** Features of requests: those that wait at the same time are made in one pass over the history. */
import type { Columns, Reading } from "../../data/mod.ts";
import { matrix } from "../../models/mod.ts";
import type { FeatureRows } from "../features/mod.ts";
import type { History } from "./history.ts";
import type { Lane } from "./lane.ts";
import { isWorthwhilePart, joinRows, partsByMeter, worthwhileParts } from "./meter_parts.ts";
import { areDaysKnown, checkReadings, isKept, makeRequestFeatures } from "./request_features.ts";
import type { ServedModel } from "./served_model.ts";

/**
 * Readings of one pass at most, unless a single request has more: as the statements of a pass take
 * a while whatever they read, and a request waits for all of its pass.
 */
const PASS_READINGS = 4_000;

/** Whose features are wanted. */
export type FeatureModel = Pick<ServedModel, "columns" | "views">;

/** A request that waits for its pass. */
export interface WaitingRequest {
  readonly model: FeatureModel;
  readonly readings: readonly Reading[];
  readonly meterIds: ReadonlySet<string>;
  /** Aborted where nobody waits for it any more. */
  readonly signal?: AbortSignal;
  settle(rows: Promise<FeatureRows>): void;
}

/**
 * The features of the complete hours that some readings lie in, sorted by meter and time.
 *
 * Requests that wait are taken together as long as no two send readings of the same meter: every
 * view looks at one meter alone, so each gets what it would have got alone. A request that finds
 * nobody waiting waits for nobody, and one whose signal was aborted before its pass costs none.
 * Passes run beside each other as far as the history has lanes, unless one has tables to make; few
 * readings do not go beside few others, as all that wait for these share the next pass.
 *
 * @param signal Given up by it, with its reason.
 * @throws What {@linkcode makeRequestFeatures} does, to this request alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "../features/mod.ts";
 * import { openHistory } from "./history.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts, 2.0 AS kwh;
 *   CREATE TABLE meters AS SELECT 'r1' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
 *     60 AS interval_minutes;
 *   CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
 * const history = await openHistory(db, featureViews);
 * const readings = [{ meterId: "r1", ts: Date.UTC(2024, 0, 1, 5), kwh: 3 }];
 * const { x, kwh } = await requestFeatures(history, { columns: ["hour"], views: featureViews }, readings);
 * assert.deepEqual([...x.values, ...kwh], [5, 3]);
 * ```
 */
export async function requestFeatures(
  history: History,
  model: FeatureModel,
  readings: readonly Reading[],
  signal?: AbortSignal,
): Promise<FeatureRows> {
  signal?.throwIfAborted();
  checkReadings(history, model.views, readings);
  const { promise, resolve } = Promise.withResolvers<FeatureRows>();
  const meterIds = new Set(readings.map(({ meterId }) => meterId));
  history.waiting.push({ model, readings, meterIds, signal, settle: resolve });
  callPass(history);
  return await promise;
}

/** Has a pass run once there is a lane for it, where somebody waits and none is called yet. */
function callPass(history: History): void {
  const { passCalled, smallPasses, waiting, turns } = history;
  if (passCalled || waiting.length === 0 || (smallPasses > 0 && areFew(waiting))) return;
  history.passCalled = true;
  void turns.inOne((lane, takeFree) => pass(history, lane, takeFree));
}

/** Whether a pass for these requests takes about as long for a few more readings. */
function areFew(requests: readonly WaitingRequest[]): boolean {
  return !isWorthwhilePart(requests.reduce((sum, { readings }) => sum + readings.length, 0));
}

/** Answers those who wait longest. */
async function pass(
  history: History,
  lane: Lane,
  takeFree: (most: number) => Lane[],
): Promise<void> {
  history.passCalled = false;
  const taken = takeTogether(history);
  const readings = taken.flatMap(({ readings }) => readings);
  const known = areDaysKnown(history, readings);
  // Asked for before anybody else can take a lane: no later request of the same meter overtakes it.
  if (!known) {
    void history.turns.alone(async () => {
      const wanted = taken.filter((request) => !isGivenUp(request));
      if (wanted.length > 0) await answer(history, history.lanes.slice(0, 1), wanted);
    });
  }
  const small = known && areFew(taken);
  if (small) history.smallPasses++;
  callPass(history);
  // Those who wait take a lane each before one is spared to be quicker.
  if (known && taken.length > 0) {
    await answer(history, [lane, ...takeFree(worthwhileParts(readings.length) - 1)], taken);
  }
  if (!small) return;
  history.smallPasses--;
  callPass(history);
}

async function answer(
  history: History,
  lanes: readonly Lane[],
  taken: readonly WaitingRequest[],
): Promise<void> {
  try {
    const readings = taken.flatMap(({ readings }) => readings);
    const rows = await makeRows(history, lanes, taken[0].model, readings);
    for (const { meterIds, settle } of taken) settle(Promise.resolve(rowsOf(rows, meterIds)));
  } catch (error) {
    if (taken.length === 1) return taken[0].settle(Promise.reject(error));
    // What fails a pass, such as want of memory, need not fail each of its requests.
    for (const request of taken) {
      if (isGivenUp(request)) continue;
      const { model, readings, settle } = request;
      const alone = makeRows(history, lanes.slice(0, 1), model, readings);
      settle(alone);
      await alone.catch(() => {});
    }
  }
}

/** The first that waits, and all behind it that can share its pass. */
function takeTogether({ waiting, recent }: History): WaitingRequest[] {
  const wanted = waiting.filter((request) => !isGivenUp(request));
  waiting.splice(0, waiting.length, ...wanted);
  const [first] = waiting;
  if (first === undefined) return [];
  const alone = !isKept(recent, first.readings);
  const taken = [waiting.shift()!];
  let readings = first.readings.length;
  // With those of requests that stay behind: no later one of the same meter overtakes them.
  const meterIds = new Set(first.meterIds);
  for (const request of alone ? [] : [...waiting]) {
    const fits = meterIds.isDisjointFrom(request.meterIds) &&
      readings + request.readings.length <= PASS_READINGS &&
      sameColumns(first.model, request.model) && isKept(recent, request.readings);
    for (const meterId of request.meterIds) meterIds.add(meterId);
    if (!fits) continue;
    readings += request.readings.length;
    taken.push(request);
    waiting.splice(waiting.indexOf(request), 1);
  }
  return taken;
}

/** Whether nobody waits for a request any more; it is told so then. */
function isGivenUp({ signal, settle }: WaitingRequest): boolean {
  if (!signal?.aborted) return false;
  settle(Promise.reject(signal.reason));
  return true;
}

function sameColumns(a: FeatureModel, b: FeatureModel): boolean {
  return a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column === b.columns[i]);
}

/** Makes them by meter in as many parts as there are lanes. */
async function makeRows(
  history: History,
  lanes: readonly Lane[],
  model: FeatureModel,
  readings: readonly Reading[],
): Promise<FeatureRows> {
  const parts = partsByMeter(readings, lanes.length);
  const made = await Promise.allSettled(
    parts.map((part, i) => makePart(history, lanes[i], model, part)),
  );
  // Not before all lanes are done with.
  return joinRows(made.map((part) => {
    if (part.status === "rejected") throw part.reason;
    return part.value;
  }));
}

async function makePart(
  history: History,
  lane: Lane,
  { columns, views }: FeatureModel,
  readings: readonly Reading[],
): Promise<FeatureRows> {
  const features = await makeRequestFeatures(history, views, readings, columns, lane);
  const hours = await lane.planned.columns(`
    SELECT meter_id, ts, kwh, expected_kwh, ${columns.join(", ")} FROM (${features})
    ORDER BY meter_id, ts`);
  return {
    x: matrix(columns, valuesOf(columns, hours)),
    meterIds: hours.texts("meter_id") as string[],
    ts: hours.numbers("ts"),
    kwh: hours.numbers("kwh"),
    expectedKwh: hours.numbers("expected_kwh"),
  };
}

function valuesOf(names: readonly string[], from: Columns): Float32Array {
  const values = new Float32Array(from.rows * names.length);
  for (const [column, name] of names.entries()) {
    const numbers = from.numbers(name);
    for (let row = 0; row < numbers.length; row++) {
      values[row * names.length + column] = numbers[row];
    }
  }
  return values;
}

/** The rows of some meters, in their order. */
function rowsOf(rows: FeatureRows, meterIds: ReadonlySet<string>): FeatureRows {
  const kept = rows.meterIds.flatMap((meterId, row) => meterIds.has(meterId) ? [row] : []);
  if (kept.length === rows.meterIds.length) return rows;
  const { columns, values } = rows.x;
  const width = columns.length;
  const own = new Float32Array(kept.length * width);
  kept.forEach((row, i) => own.set(values.subarray(row * width, (row + 1) * width), i * width));
  return {
    x: matrix(columns, own),
    meterIds: kept.map((row) => rows.meterIds[row]),
    ts: Float64Array.from(kept, (row) => rows.ts[row]),
    kwh: Float64Array.from(kept, (row) => rows.kwh[row]),
    expectedKwh: Float64Array.from(kept, (row) => rows.expectedKwh[row]),
  };
}
