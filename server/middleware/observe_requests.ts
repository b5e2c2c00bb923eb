/** Every request is measured: how long it took, what became of it, and who scored. */
import type { Context, MiddlewareHandler } from "hono";
import type { ServedModel } from "../deps.ts";
import type { Observations, ScoredRows } from "../observability/observations.ts";
import type { RequestRecord, ScoredBy } from "../observability/request_record.ts";
import { measureParts } from "../observability/spans.ts";
import type { RequestIdEnv } from "./request_id.ts";

/** What handlers behind the middleware may leave in their context. */
export interface ObservedEnv {
  Variables: RequestIdEnv["Variables"] & {
    /** Path of the route that answers. */
    route?: string;
    /** The version that scores. */
    scoredBy?: ScoredBy;
    /** What a refused sender was told. */
    refusal?: string;
    /** Whether the worker stopped that scored. */
    workerLost?: boolean;
  };
}

/**
 * Measures requests, and tells of each once it is answered. It stands behind the request id.
 *
 * @param answered Told of each answer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { requestId } from "./request_id.ts";
 * const told: string[] = [];
 * const observe = observeRequests({ now: () => 0, clock: () => 0 }, (record) =>
 *   void told.push(record.requestId));
 * const app = new Hono<ObservedEnv>().use(requestId(() => "r1"), observe);
 * app.get("/", (c) => c.text("hello"));
 * await app.request("/");
 * assert.deepEqual(told, ["r1"]);
 * ```
 */
export function observeRequests(
  { now, clock }: Pick<Observations, "now" | "clock">,
  answered: (record: RequestRecord) => void,
): MiddlewareHandler<ObservedEnv> {
  return function observeRequests(c, next) {
    const started = clock();
    const at = now();
    return measureParts(clock, async (parts) => {
      await next();
      const scoredBy = c.get("scoredBy");
      const refusal = c.get("refusal");
      answered({
        at,
        requestId: c.get("requestId"),
        method: c.req.method,
        route: c.get("route") ?? "unknown",
        status: c.res.status,
        ms: clock() - started,
        parts,
        ...(scoredBy === undefined ? {} : { scoredBy }),
        ...(refusal === undefined ? {} : { error: refusal }),
        ...(c.get("workerLost") ? { workerLost: true } : {}),
      });
    });
  };
}

/**
 * Notes which version is about to score for a request, whether or not it succeeds.
 *
 * @param c Of a request that {@linkcode observeRequests} measures.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono<ObservedEnv>().get("/", (c) => {
 *   noteVersion(c, { name: "energy-anomaly", version: "3" });
 *   return c.json(c.var.scoredBy ?? null);
 * });
 * assert.deepEqual(await (await app.request("/")).json(), {
 *   model: "energy-anomaly",
 *   version: "3",
 *   rows: 0,
 * });
 * ```
 */
export function noteVersion(
  c: Context,
  { name: model, version }: Pick<ServedModel, "name" | "version">,
): void {
  c.set("scoredBy", { model, version, rows: 0 });
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
 * const observations = createObservations({ now: () => 0, clock: () => 0 });
 * const app = new Hono<ObservedEnv>().get("/", (c) => {
 *   noteScored(c, observations, {
 *     model: { name: "energy-anomaly", version: "3", columns: ["hour"] },
 *     features: Float32Array.of(7),
 *     scores: [0.5],
 *     labels: [0],
 *   });
 *   return c.json(c.var.scoredBy?.rows ?? null);
 * });
 * assert.equal(await (await app.request("/")).json(), 1);
 * ```
 */
export function noteScored(c: Context, { scored }: Observations, rows: ScoredRows): void {
  // Its `var` would be made anew at each look.
  const scoredBy: ScoredBy | undefined = c.get("scoredBy");
  const { name: model, version } = rows.model;
  const before = scoredBy?.version === version ? scoredBy.rows : 0;
  c.set("scoredBy", { model, version, rows: before + rows.scores.length });
  scored(c.get("requestId"), rows);
}
