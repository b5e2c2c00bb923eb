/**
 * Every way into the server.
 *
 * @module
 */
import { docs } from "./docs.ts";
import { health } from "./health.ts";
import { invocations } from "./invocations.ts";
import { createDriftReport } from "./create_drift_report.ts";
import { driftPage } from "./drift_page.ts";
import { driftReport } from "./drift_report.ts";
import { driftReportPage } from "./drift_report_page.ts";
import { latestDriftReport } from "./latest_drift_report.ts";
import { listDriftReports } from "./list_drift_reports.ts";
import { metrics } from "./metrics.ts";
import { models } from "./models.ts";
import { openApi } from "./openapi.ts";
import { page } from "./page.ts";
import { ping } from "./ping.ts";
import { release } from "./release.ts";
import type { Route } from "./route.ts";
import { score } from "./score.ts";
import { slowRequests } from "./slow_requests.ts";
import { scoreStream } from "./score_stream.ts";
import { v2Infer } from "./v2_infer.ts";
import { v2Live } from "./v2_live.ts";
import { v2Load } from "./v2_load.ts";
import { v2Models } from "./v2_model.ts";
import { v2ModelsReady } from "./v2_model_ready.ts";
import { v2Ready } from "./v2_ready.ts";
import { v2RepositoryIndex } from "./v2_repository_index.ts";
import { v2Server } from "./v2_server.ts";
import { v2Stats } from "./v2_stats.ts";
import { v2Unload } from "./v2_unload.ts";
import { version } from "./version.ts";

/** The routes, in the order in which they are listed to people. */
export const routes: readonly Route[] = [
  page,
  score,
  scoreStream,
  createDriftReport,
  listDriftReports,
  latestDriftReport,
  driftReport,
  driftPage,
  driftReportPage,
  models,
  release,
  invocations,
  health,
  ping,
  version,
  v2Server,
  v2Live,
  v2Ready,
  // Before the models, as one of them may be called "stats".
  ...v2Stats,
  ...v2Models,
  ...v2ModelsReady,
  ...v2Infer,
  v2RepositoryIndex,
  v2Load,
  v2Unload,
  metrics,
  slowRequests,
  docs(() => routes),
  openApi(() => routes),
];

/** Those that compute over what is sent, which share one bound of requests at the same time. */
export const scoringRoutes: readonly Route[] = [score, invocations, ...v2Infer];
