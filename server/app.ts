/**
 * The server: a table of routes behind a few guards, as one Hono app.
 *
 * @module
 */
import { type Context, type Handler, Hono, type MiddlewareHandler } from "hono";
import type { AppDeps } from "./deps.ts";
import type { RefusalReason } from "./engine/engine_observer.ts";
import { ModelNotLoadedError } from "./engine/model_not_loaded_error.ts";
import { HUNG_UP_STATUS, HungUpError } from "./hung_up_error.ts";
import { QueueFullError } from "./engine/queue_full_error.ts";
import { WorkerLostError } from "./engine/worker_lost_error.ts";
import type { ErrorShape } from "./error_shapes/error_shape.ts";
import { problemJson } from "./error_shapes/problem_json.ts";
import { createAdmission } from "./middleware/admission.ts";
import { limitBody, MAX_BODY_BYTES } from "./middleware/body_limit.ts";
import { refuseFlood } from "./middleware/flood.ts";
import { createDrain } from "./middleware/drain.ts";
import { checkHost } from "./middleware/host_check.ts";
import { type ObservedEnv, observeRequests } from "./middleware/observe_requests.ts";
import { createRefusalTurns } from "./middleware/refusal_turns.ts";
import { requestId } from "./middleware/request_id.ts";
import { limitOpenAnswers, MAX_STREAMS } from "./middleware/open_answers.ts";
import { securityHeaders } from "./middleware/security_headers.ts";
import { after, giveUpSignal, limitTime } from "./middleware/time_limit.ts";
import type { RequestRecord } from "./observability/request_record.ts";
import { RequestError } from "./request_error.ts";
import { RETRY_AFTER } from "./retry_after.ts";
import { routes, scoringRoutes } from "./routes/mod.ts";
import type { Route } from "./routes/route.ts";

/** Choices of the app. */
export interface AppOptions {
  /** Host names answered for beside the loopback ones. @default {[]} */
  readonly allowedHosts?: readonly string[];
  /** Seconds after which a scoring request is given up with 504. @default {60} */
  readonly requestSeconds?: number;
}

/** The app of a server that can stop. */
export type ServedApp = Hono<AppEnv> & {
  /** Lets nothing begin any more; resolves once all that is under way has been answered. */
  drain(): Promise<void>;
};

/**
 * What is held of scoring requests: of small ones many, of the largest bodies sixteen; in a flood as
 * many as are scored without a worker.
 */
const BOUNDS = { requests: 256, fewest: 16, bytes: 16 * MAX_BODY_BYTES, bodyBytes: MAX_BODY_BYTES };

/** What handlers find in their context. */
interface AppEnv {
  Variables: ObservedEnv["Variables"] & {
    /** How the errors of the route are written that the request asks for. */
    errorShape?: ErrorShape;
  };
}

/**
 * Builds the app. Every answer carries `X-Request-Id`; every error has the shape of its route's
 * protocol, and what is no {@linkcode RequestError} is reported and answered with a bare 500.
 *
 * @param deps What the routes reach beyond a request.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "./hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * const response = await createApp(deps).request("/api/v1/nothing");
 * assert.equal((await response.json()).detail, "Cannot find /api/v1/nothing: no such route");
 * ```
 */
export function createApp(
  deps: AppDeps,
  { allowedHosts = [], requestSeconds = 60 }: AppOptions = {},
): ServedApp {
  const app = new Hono<AppEnv>();
  const rejected = (reason: RefusalReason) => deps.observations.metrics.rejected(reason);
  app.onError((error, c: Context<AppEnv>) => {
    // What was given up by its signal was counted then.
    if (error instanceof HungUpError && !giveUpSignal(c)?.aborted) rejected("hung_up");
    if (error instanceof WorkerLostError) c.set("workerLost", true);
    return refuse(c, refusalOf(error, deps, c.var.requestId));
  });
  app.notFound((c: Context<AppEnv>) =>
    refuse(c, new RequestError(404, `Cannot find ${c.req.path}: no such route`))
  );
  const newId = () => crypto.randomUUID();
  app.use(requestId(newId), observeRequests(deps.observations, note(deps)));
  app.use(securityHeaders());
  for (const route of routes) app.use(route.path, answerAs(route));
  app.use(checkHost(allowedHosts));
  const drain = createDrain(rejected);
  app.use(drain.watch);
  const refusals = createRefusalTurns({ now: deps.observations.clock });
  const admission = createAdmission(BOUNDS, { onRefused: rejected, refusing: refusals.waiting });
  const limited = limitTime(after(requestSeconds), rejected);
  for (const { path } of scoringRoutes) app.use(path, admission.admit, limited);
  const streaming = limitOpenAnswers(MAX_STREAMS, drain.hold);
  const whole = limitBody(MAX_BODY_BYTES);
  for (const { path, streams = false } of routes) app.use(path, streams ? streaming : whole);
  for (const route of routes) app.on(route.method, route.path, (c) => route.answer(c, deps));
  for (const { path } of routes) app.all(path, refuseMethod(path));
  const { fetch } = app;
  const flooded = refuseFlood(scoringRoutes, admission.refusal, newId, refusals.next);
  app.fetch = (request, ...rest) => flooded(request) ?? fetch(request, ...rest);
  return Object.assign(app, { drain: drain.stop });
}

/** What becomes of an answered request: it is counted, and tells how its version fares. */
function note({ observations, probation }: AppDeps): (record: RequestRecord) => void {
  return (record) => {
    observations.answered(record);
    const { scoredBy, status, ms, workerLost = false } = record;
    // That a sender hung up says nothing of the version.
    if (scoredBy === undefined || status === HUNG_UP_STATUS) return;
    const ok = status !== 500 && status !== 504 && !workerLost;
    probation.answered(scoredBy.model, scoredBy.version, ok, ms);
  };
}

/** Of the routes whose paths match, the first one answers. */
function answerAs({ path, errorShape }: Route): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.get("route") === undefined) {
      c.set("route", path);
      c.set("errorShape", errorShape);
    }
    await next();
  };
}

function refuseMethod(path: string): Handler<AppEnv> {
  const allowed = routes.filter((route) => route.path === path).map(({ method }) => method);
  return (c) => {
    throw new RequestError(
      405,
      `Cannot ${c.req.method} ${c.req.path}: expected ${allowed.join(" or ")}`,
      [],
      { allow: allowed.join(", ") },
    );
  };
}

function refusalOf(
  error: unknown,
  deps: AppDeps,
  requestId: string,
): RequestError {
  if (error instanceof RequestError) return error;
  if (error instanceof QueueFullError || error instanceof WorkerLostError) {
    const reason: RefusalReason = error instanceof QueueFullError ? "queue_full" : "worker_lost";
    deps.observations.metrics.rejected(reason);
    return new RequestError(503, error.message, [], RETRY_AFTER);
  }
  if (error instanceof ModelNotLoadedError) return new RequestError(404, error.message);
  deps.reportFailure(error, requestId);
  return new RequestError(500, `Cannot answer as the server failed: request ${requestId}`);
}

async function refuse(c: Context<AppEnv>, error: RequestError): Promise<Response> {
  const { errorShape = problemJson, requestId } = c.var;
  c.set("refusal", error.message);
  const response = await errorShape.write(error, requestId);
  for (const [name, value] of Object.entries(error.headers)) response.headers.set(name, value);
  return response;
}
