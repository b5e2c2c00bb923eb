/** `GET /api/v1/slow-requests`: where the time of the slowest requests went. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { slowRequestsSchema } from "../schemas/slow_requests.ts";
import type { Route } from "./route.ts";

/** Up to 50 requests of the last hour; neither bodies nor addresses are kept. */
export const slowRequests: Route = {
  method: "GET",
  path: "/api/v1/slow-requests",
  summary: "The slowest requests of the last hour and where their time went",
  errorShape: problemJson,
  operation: {
    id: "slowRequests",
    tag: "pages",
    answers: {
      200: {
        description: "Up to 50 requests, the slowest first",
        content: { "application/json": slowRequestsSchema },
      },
    },
  },
  answer: (c, { observations: { slow, now } }) =>
    c.json({
      requests: slow.list(now()).map((
        { at, requestId, method, route, status, ms, parts, scoredBy, error },
      ) => ({
        time: new Date(at).toISOString(),
        request_id: requestId,
        method,
        route,
        status,
        ms,
        parts_ms: parts,
        model: scoredBy?.model ?? null,
        version: scoredBy?.version ?? null,
        rows: scoredBy?.rows ?? null,
        error: error ?? null,
      })),
    }),
};
