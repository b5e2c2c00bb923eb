import assert from "node:assert/strict";
import { Hono } from "hono";
import { addMlflowPageStubs, stubs } from "./stubs.ts";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("the stubs answer as an MLflow server that keeps nothing of the kind", async () => {
  const app = new Hono();
  addMlflowPageStubs(app);
  const answers: Record<string, unknown> = {};
  for (const { method, path } of stubs) {
    const response = await app.request(`/ajax-api/${path}`, { method });
    assert.equal(response.headers.get("content-type"), "application/json");
    answers[`${method} ${path}`] = await response.json();
  }
  assert.deepEqual(answers, {
    "GET 3.0/mlflow/ui-telemetry": {
      disable_ui_telemetry: true,
      disable_ui_events: [],
      ui_rollout_percentage: 0,
    },
    "GET 3.0/mlflow/assistant/config": { providers: {}, projects: {} },
    "POST 3.0/mlflow/traces/search": {},
    "POST 3.0/mlflow/traces/metrics": { data_points: [] },
    "POST 3.0/mlflow/datasets/search": {},
    "GET 3.0/mlflow/scorers/list": {},
    "GET 2.0/mlflow/gateway-proxy": { endpoints: [] },
    "GET 3.0/mlflow/gateway/secrets/config": { secrets_available: false },
  });
});

Deno.test("the stubs are for pages alone: a server without them says that it lacks these", async () => {
  await withTracking(async (_send, app) => {
    for (const { method, path } of stubs) {
      assert.equal((await app.request(`/ajax-api/${path}`, { method })).status, 404);
    }
  });
});
