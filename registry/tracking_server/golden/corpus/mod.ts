/**
 * The corpus in the order in which a server gets it: experiments come first, as later requests
 * make more of them.
 *
 * @module
 */

import type { Corpus } from "../exchange.ts";
import { aliases } from "./aliases_fixture.ts";
import { artifacts } from "./artifacts_fixture.ts";
import { bodies } from "./bodies_fixture.ts";
import { experimentSearch } from "./experiment_search_fixture.ts";
import { experiments } from "./experiments_fixture.ts";
import { logBatch } from "./log_batch_fixture.ts";
import { loggedModelSearch } from "./logged_model_search_fixture.ts";
import { loggedModels } from "./logged_models_fixture.ts";
import { metricHistory } from "./metric_history_fixture.ts";
import { modelVersionSearch } from "./model_version_search_fixture.ts";
import { modelVersions } from "./model_versions_fixture.ts";
import { registeredModelSearch } from "./registered_model_search_fixture.ts";
import { registeredModels } from "./registered_models_fixture.ts";
import { runData } from "./run_data_fixture.ts";
import { runFilters } from "./run_filters_fixture.ts";
import { runInputs } from "./run_inputs_fixture.ts";
import { runOrders } from "./run_orders_fixture.ts";
import { runs } from "./runs_fixture.ts";

/** Every corpus. */
export const corpora: readonly Corpus[] = [
  experiments,
  experimentSearch,
  runs,
  runData,
  logBatch,
  metricHistory,
  runInputs,
  runFilters,
  runOrders,
  loggedModels,
  loggedModelSearch,
  registeredModels,
  registeredModelSearch,
  modelVersions,
  modelVersionSearch,
  aliases,
  artifacts,
  bodies,
];
