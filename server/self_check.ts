/** Asks a running server what a user would and compares the answers with the batch results. */
import { type Database, sqlString } from "../data/mod.ts";
import type { ServedModel } from "../pipelines/realtime/mod.ts";

const READINGS = 200;
const TOLERANCE = 1e-6;

/** What the self-check found. */
export interface SelfCheck {
  /** Meter whose last readings were sent. */
  readonly meter: string;
  /** Hours compared. */
  readonly hours: number;
  /** Largest difference between the scores of the server and of the batch. */
  readonly scoreMaxAbsDiff: number;
  /** Milliseconds until `/api/v1/score` answered, once warm. */
  readonly scoreMs: number;
}

/**
 * Sends the last readings of the first meter to `/api/v1/score` and the features of the same
 * hours to `/invocations`, and reads the page.
 *
 * @param db Holds the relations `readings`, `features` and `scored` of the batch.
 * @param now Milliseconds since the epoch.
 * @throws {Error} When an answer is refused or differs from the batch.
 */
export async function selfCheck(
  url: string,
  db: Database,
  model: ServedModel,
  now: () => number,
): Promise<SelfCheck> {
  const [{ meter }] = await db.rows<{ meter: string }>("SELECT min(meter_id) AS meter FROM scored");
  const readings = await db.rows<{ ts: number; kwh: number }>(
    `SELECT * FROM (
       SELECT ts, kwh FROM readings WHERE meter_id = ${sqlString(meter)}
       ORDER BY ts DESC LIMIT ${READINGS}
     ) ORDER BY ts`,
  );
  const from = `WHERE meter_id = ${sqlString(meter)}
    AND ts >= make_timestamp(${readings[0].ts * 1000}) ORDER BY ts`;
  const batch = await db.columns(`SELECT score FROM scored ${from}`);
  const columns = model.columns.join(", ");
  const rows = await db.rows<Record<string, number | null>>(
    `SELECT ${columns} FROM features ${from}`,
  );

  await ask(url, "/health");
  const page = await (await ask(url, `/?meter=${encodeURIComponent(meter)}`)).text();
  if (!page.includes("<figure")) throw new Error("Cannot find a chart on the page");

  const body = JSON.stringify({
    readings: readings.map(({ ts, kwh }) => ({ meter, ts: new Date(ts).toISOString(), kwh })),
  });
  await post(url, "/api/v1/score", body);
  const started = now();
  const live = await post<{ scores: { score: number }[] }>(url, "/api/v1/score", body);
  const scoreMs = now() - started;
  const invoked = await post<{ predictions: { score: number }[] }>(
    url,
    "/invocations",
    JSON.stringify({ dataframe_records: rows }),
  );
  const expected = [...batch.numbers("score")];
  const scoreMaxAbsDiff = Math.max(
    largestDifference(expected, live.scores),
    largestDifference(expected, invoked.predictions),
  );
  if (!(scoreMaxAbsDiff <= TOLERANCE)) {
    throw new Error(
      `Cannot trust the server as its scores differ from the batch by ${scoreMaxAbsDiff}`,
    );
  }
  return { meter, hours: expected.length, scoreMaxAbsDiff, scoreMs };
}

function largestDifference(expected: number[], got: readonly { score: number }[]): number {
  if (got.length !== expected.length) {
    throw new Error(`Cannot compare scores: expected ${expected.length} rows, got ${got.length}`);
  }
  const differences = expected.map((score, i) => Math.abs(score - got[i].score));
  return differences.some(Number.isNaN) ? NaN : Math.max(...differences);
}

async function post<T>(url: string, path: string, body: string): Promise<T> {
  const response = await ask(url, path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return await response.json() as T;
}

async function ask(url: string, path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`${url}${path}`, init);
  if (!response.ok) {
    throw new Error(`Cannot get ${path}: status ${response.status}: ${await response.text()}`);
  }
  return response;
}
