/**
 * The server: a table of routes behind a few guards, as one Hono app.
 *
 * @module
 */
import { type Context, Hono } from "hono";
import type { AppDeps } from "./deps.ts";
import type { ErrorShape } from "./error_shapes/error_shape.ts";
import { problemJson } from "./error_shapes/problem_json.ts";
import { limitBody, MAX_BODY_BYTES } from "./middleware/body_limit.ts";
import { checkHost } from "./middleware/host_check.ts";
import { limitInFlight, MAX_IN_FLIGHT } from "./middleware/in_flight.ts";
import { requestId, type RequestIdEnv } from "./middleware/request_id.ts";
import { securityHeaders } from "./middleware/security_headers.ts";
import { RequestError } from "./request_error.ts";
import { routes, scoringRoutes } from "./routes/mod.ts";

/** Choices of the app. */
export interface AppOptions {
  /** Host names answered for beside the loopback ones. @default {[]} */
  readonly allowedHosts?: readonly string[];
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
  { allowedHosts = [] }: AppOptions = {},
): Hono<RequestIdEnv> {
  const app = new Hono<RequestIdEnv>();
  app.onError((error, c: Context<RequestIdEnv>) =>
    refuse(c, refusalOf(error, deps, c.var.requestId))
  );
  app.notFound((c: Context<RequestIdEnv>) => refuse(c, unroutable(c)));
  app.use(requestId(() => crypto.randomUUID()), securityHeaders());
  app.use(checkHost(allowedHosts));
  const bounded = limitInFlight(MAX_IN_FLIGHT);
  for (const { path } of scoringRoutes) app.use(path, bounded);
  app.use(limitBody(MAX_BODY_BYTES));
  for (const route of routes) app.on(route.method, route.path, (c) => route.answer(c, deps));
  return app;
}

function errorShapeOf(c: Context): ErrorShape {
  return routes.find(({ path }) => path === c.req.path)?.errorShape ?? problemJson;
}

function refusalOf(error: unknown, deps: AppDeps, requestId: string): RequestError {
  if (error instanceof RequestError) return error;
  deps.reportFailure(error, requestId);
  return new RequestError(500, `Cannot answer as the server failed: request ${requestId}`);
}

async function refuse(c: Context<RequestIdEnv>, error: RequestError): Promise<Response> {
  const response = await errorShapeOf(c)(error, c.var.requestId);
  for (const [name, value] of Object.entries(error.headers)) response.headers.set(name, value);
  return response;
}

function unroutable(c: Context): RequestError {
  const { method, path } = c.req;
  const allowed = routes.filter((route) => route.path === path).map((route) => route.method);
  if (allowed.length === 0) return new RequestError(404, `Cannot find ${path}: no such route`);
  return new RequestError(
    405,
    `Cannot ${method} ${path}: expected ${allowed.join(" or ")}`,
    [],
    { allow: allowed.join(", ") },
  );
}
