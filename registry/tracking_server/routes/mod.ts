/**
 * All JSON endpoints of the tracking server. A new one is a line in its resource's file; a new
 * resource is a file and a line here.
 *
 * @module
 */

import { aliasHistoryRoutes } from "./alias_history.ts";
import { aliasRoutes } from "./aliases.ts";
import { artifactListRoutes } from "./artifact_lists.ts";
import { datasetSearchRoutes } from "./dataset_search.ts";
import { experimentSearchRoutes } from "./experiment_search.ts";
import { experimentRoutes } from "./experiments.ts";
import { garbageRoutes } from "./garbage.ts";
import { logBatchRoutes } from "./log_batch.ts";
import { loggedModelSearchRoutes } from "./logged_model_search.ts";
import { loggedModelRoutes } from "./logged_models.ts";
import { metricHistoryRoutes } from "./metric_histories.ts";
import { metricRoutes } from "./metrics.ts";
import { modelStageRoutes } from "./model_stages.ts";
import { modelVersionSearchRoutes } from "./model_version_search.ts";
import { modelVersionRoutes } from "./model_versions.ts";
import { presignedUploadRoutes } from "./presigned_uploads.ts";
import { registeredModelSearchRoutes } from "./registered_model_search.ts";
import { registeredModelRoutes } from "./registered_models.ts";
import type { Route } from "./route.ts";
import { runCountRoutes } from "./run_count.ts";
import { runDataRoutes } from "./run_data.ts";
import { runInputRoutes } from "./run_inputs.ts";
import { runModelRoutes } from "./run_models.ts";
import { runSearchRoutes } from "./run_search.ts";
import { runRoutes } from "./runs.ts";

/** Every JSON endpoint. */
export const routes: readonly Route[] = [
  ...experimentRoutes,
  ...experimentSearchRoutes,
  ...datasetSearchRoutes,
  ...runRoutes,
  ...runSearchRoutes,
  ...runDataRoutes,
  ...logBatchRoutes,
  ...runInputRoutes,
  ...runModelRoutes,
  ...metricRoutes,
  ...metricHistoryRoutes,
  ...artifactListRoutes,
  ...presignedUploadRoutes,
  ...loggedModelRoutes,
  ...loggedModelSearchRoutes,
  ...registeredModelRoutes,
  ...registeredModelSearchRoutes,
  ...modelVersionRoutes,
  ...modelVersionSearchRoutes,
  ...modelStageRoutes,
  ...aliasRoutes,
];

/**
 * Endpoints below `/api/2.0/wattbook` that MLflow has not: counting runs, deleting for good, and
 * the history of aliases.
 */
export const ownRoutes: readonly Route[] = [
  ...runCountRoutes,
  ...aliasHistoryRoutes,
  ...garbageRoutes,
];
