/**
 * Every way into the server.
 *
 * @module
 */
import { health } from "./health.ts";
import { invocations } from "./invocations.ts";
import { latestDrift } from "./latest_drift.ts";
import { metrics } from "./metrics.ts";
import { models } from "./models.ts";
import { openApi } from "./openapi.ts";
import { page } from "./page.ts";
import { ping } from "./ping.ts";
import type { Route } from "./route.ts";
import { score } from "./score.ts";
import { slowRequests } from "./slow_requests.ts";
import { scoreStream } from "./score_stream.ts";
import { version } from "./version.ts";

/** The routes, in the order in which they are listed to people. */
export const routes: readonly Route[] = [
  page,
  score,
  scoreStream,
  latestDrift,
  models,
  invocations,
  health,
  ping,
  version,
  metrics,
  slowRequests,
  openApi(() => routes),
];

/** Those that compute over what is sent, which share one bound of requests at the same time. */
export const scoringRoutes: readonly Route[] = [score, invocations];
