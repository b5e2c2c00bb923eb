/** Every request is measured: how long it took, what became of it, and who scored. */
import type { Context, MiddlewareHandler } from "hono";
import type { Observations, ScoredRows } from "../observability/observations.ts";
import type { ScoredBy } from "../observability/request_record.ts";
import { measureParts, type PartName, type Parts } from "../observability/spans.ts";
import type { RequestIdEnv } from "./request_id.ts";

/** What handlers behind the middleware find in their context, and may leave there. */
export interface ObservedEnv {
  Variables: RequestIdEnv["Variables"] & {
    parts: Parts;
    /** Path of the route that answers. */
    route?: string;
    /** The version that scored. */
    scoredBy?: ScoredBy;
    /** What a refused sender was told. */
    refusal?: string;
  };
}

/**
 * Measures requests and tells the observations of each. It stands behind the request id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { createObservations } from "../observability/observations.ts";
 * import { requestId } from "./request_id.ts";
 * const observations = createObservations({ now: () => 0, clock: () => 0 });
 * const app = new Hono<ObservedEnv>().use(requestId(() => "r1"), observeRequests(observations));
 * app.get("/", (c) => c.text("hello"));
 * await app.request("/");
 * assert.equal(observations.slow.list(0)[0].requestId, "r1");
 * ```
 */
export function observeRequests(
  { now, clock, answered }: Observations,
): MiddlewareHandler<ObservedEnv> {
  return async function observeRequests(c, next) {
    const started = clock();
    const time = new Date(now()).toISOString();
    const parts = measureParts(clock);
    c.set("parts", parts);
    await next();
    const { requestId, route = "unknown", scoredBy, refusal } = c.var;
    answered({
      time,
      requestId,
      method: c.req.method,
      route,
      status: c.res.status,
      ms: clock() - started,
      parts: parts.times(),
      ...(scoredBy === undefined ? {} : { scoredBy }),
      ...(refusal === undefined ? {} : { error: refusal }),
    });
  };
}

/**
 * Notes the rows that a request had scored: in the metrics, the payloads, and with the request.
 *
 * @param c Of a request that {@linkcode observeRequests} measures.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { createObservations } from "../observability/observations.ts";
 * import { requestId } from "./request_id.ts";
 * const observations = createObservations({ now: () => 0, clock: () => 0 });
 * const app = new Hono<ObservedEnv>().use(requestId(() => "r1"), observeRequests(observations));
 * app.get("/", (c) => {
 *   noteScored(c, observations, {
 *     model: { name: "energy-anomaly", version: "3", columns: ["hour"] },
 *     features: Float32Array.of(7),
 *     scores: [0.5],
 *     labels: [0],
 *   });
 *   return c.text("scored");
 * });
 * await app.request("/");
 * assert.deepEqual(observations.slow.list(0)[0].scoredBy, {
 *   model: "energy-anomaly",
 *   version: "3",
 *   rows: 1,
 * });
 * ```
 */
export function noteScored(c: Context, { scored }: Observations, rows: ScoredRows): void {
  const { requestId } = c.var as ObservedEnv["Variables"];
  const { name: model, version } = rows.model;
  c.set("scoredBy", { model, version, rows: rows.scores.length });
  scored(requestId, rows);
}

/**
 * Runs a part of the answer to a request, see {@linkcode Parts}.
 *
 * @param c Of a request that {@linkcode observeRequests} measures.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { createObservations } from "../observability/observations.ts";
 * import { requestId } from "./request_id.ts";
 * let clock = 0;
 * const observations = createObservations({ now: () => 0, clock: () => clock });
 * const app = new Hono<ObservedEnv>().use(requestId(() => "r1"), observeRequests(observations));
 * app.get("/", async (c) => c.text(await runPart(c, "encode", () => `${clock += 3}`)));
 * await app.request("/");
 * assert.deepEqual(observations.slow.list(0)[0].parts, { encode: 3 });
 * ```
 */
export function runPart<T>(c: Context, name: PartName, work: () => T | Promise<T>): Promise<T> {
  return (c.var as ObservedEnv["Variables"]).parts.run(name, work);
}
