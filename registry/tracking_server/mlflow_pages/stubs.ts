/** What MLflow's pages ask about things that this server does not keep. */

import type { Hono } from "hono";
import { jsonAnswer } from "../json_answer.ts";

/** A question and its one answer; the pages show an error without it. */
interface Stub {
  readonly method: "GET" | "POST";
  /** Path below `/ajax-api`, where the pages alone ask. */
  readonly path: string;
  readonly answer: object;
}

/** MLflow's own answers where nothing was ever stored; an empty list is absent there too. */
export const stubs: readonly Stub[] = [
  {
    // Every page asks whether it may count clicks: it may not, and nothing would take the counts.
    method: "GET",
    path: "3.0/mlflow/ui-telemetry",
    answer: { disable_ui_telemetry: true, disable_ui_events: [], ui_rollout_percentage: 0 },
  },
  // Every page asks how its assistant, a language model, is set up: it is not.
  { method: "GET", path: "3.0/mlflow/assistant/config", answer: { providers: {}, projects: {} } },
  // The tabs of traces, sessions and models show a table of traces: there are none.
  { method: "POST", path: "3.0/mlflow/traces/search", answer: {} },
  // The overview of an experiment counts and times its traces.
  { method: "POST", path: "3.0/mlflow/traces/metrics", answer: { data_points: [] } },
  // Traces can be added to data sets for judges. Those of runs are another matter.
  { method: "POST", path: "3.0/mlflow/datasets/search", answer: {} },
  // The tab of judges lists what scores traces, and asks four times when it fails.
  { method: "GET", path: "3.0/mlflow/scorers/list", answer: {} },
  // The table of runs asks for language models to try a prompt with.
  { method: "GET", path: "2.0/mlflow/gateway-proxy", answer: { endpoints: [] } },
  // The page of the gateway to language models says by this that it cannot keep keys.
  {
    method: "GET",
    path: "3.0/mlflow/gateway/secrets/config",
    answer: { secrets_available: false },
  },
];

/**
 * Adds the answers to an app.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono();
 * addMlflowPageStubs(app);
 * const response = await app.request("/ajax-api/3.0/mlflow/scorers/list?experiment_id=0");
 * assert.equal(await response.text(), "{}");
 * ```
 */
export function addMlflowPageStubs(app: Hono): void {
  for (const { method, path, answer } of stubs) {
    app.on(method, `/ajax-api/${path}`, () => jsonAnswer(answer));
  }
}
