/**
 * All pages of the tracking server. A new one is a file, its test, and a line here.
 *
 * @module
 */

import { artifactPage } from "./artifact_page.ts";
import { comparePage } from "./compare_page.ts";
import { experimentPage } from "./experiment_page.ts";
import { experimentsPage } from "./experiments_page.ts";
import { loggedModelPage } from "./logged_model_page.ts";
import { modelPage } from "./model_page.ts";
import { modelsPage } from "./models_page.ts";
import type { Page } from "./page.ts";
import { runPage } from "./run_page.ts";

/** Every page. */
export const pages: readonly Page[] = [
  experimentsPage,
  experimentPage,
  runPage,
  comparePage,
  artifactPage,
  loggedModelPage,
  modelsPage,
  modelPage,
];
