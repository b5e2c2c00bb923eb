/** Refusals that cost next to nothing: a server that is flooded has no time for more. */
import type { ErrorShape } from "../error_shapes/error_shape.ts";
import type { RequestError } from "../request_error.ts";
import { setSecurityHeaders } from "./security_headers.ts";

const SMALL_BODY_BYTES = 65_536;

/** What is said of a route here. */
interface FloodedRoute {
  readonly path: string;
  readonly errorShape: ErrorShape;
}

/**
 * Refuses requests before anything else is done for them: nothing of theirs is looked at, and nothing
 * is measured but the refusal itself.
 *
 * @param routes Those that it guards; a parameter of a path stands for any text without a slash.
 * @param refusal Why there is no room; undefined where there is.
 * @param newId Makes the id of an answer.
 * @param turn Resolves when a refusal may be written.
 * @returns The refusal, or undefined for a request that may go on.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { mlflowError } from "../error_shapes/mlflow_error.ts";
 * const routes = [{ path: "/invocations", errorShape: mlflowError }];
 * const guard = refuseFlood(routes, () => undefined, () => "r1");
 * assert.equal(guard(new Request("http://localhost/invocations")), undefined);
 * ```
 */
export function refuseFlood(
  routes: readonly FloodedRoute[],
  refusal: () => RequestError | undefined,
  newId: () => string,
  turn: () => Promise<void> = () => Promise.resolve(),
): (request: Request) => Promise<Response> | undefined {
  const guarded = routes.map(({ path, errorShape }) => ({
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`),
    errorShape,
  }));
  return (request) => {
    const path = pathOf(request.url);
    const shape = guarded.find(({ pattern }) => pattern.test(path))?.errorShape;
    const refused = shape && refusal();
    return refused && write(shape, refused, newId(), request, turn);
  };
}

async function write(
  shape: ErrorShape,
  error: RequestError,
  id: string,
  request: Request,
  turn: () => Promise<void>,
): Promise<Response> {
  // A connection is cut where a body was not read, and the refusal may go with it: a small body is
  // read and thrown away. One of unknown length, or whose sender hangs up, is left as it is.
  const length = Number(request.headers.get("content-length") ?? NaN);
  if (length <= SMALL_BODY_BYTES) await request.arrayBuffer().catch(() => undefined);
  await turn();
  const response = await shape.write(error, id);
  const { headers } = response;
  for (const [name, value] of Object.entries(error.headers)) headers.set(name, value);
  headers.set("x-request-id", id);
  setSecurityHeaders(headers);
  return response;
}

/** The constructor of URL takes longer than the refusal. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const query = url.indexOf("?", start);
  return query < 0 ? url.slice(start) : url.slice(start, query);
}
