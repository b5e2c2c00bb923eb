import assert from "node:assert/strict";
import { Hono } from "hono";
import { addMlflowPageStubs, stubs } from "./mlflow_page_stubs.ts";
import { withTracking } from "./tracking_fixture.ts";

Deno.test("the stubs answer as an MLflow server that keeps nothing of the kind", async () => {
  const app = new Hono();
  addMlflowPageStubs(app);
  const answers: Record<string, unknown> = {};
  for (const { method, path } of stubs) {
    const response = await app.request(`/ajax-api/3.0/mlflow/${path}`, { method });
    assert.equal(response.headers.get("content-type"), "application/json");
    answers[`${method} ${path}`] = await response.json();
  }
  assert.deepEqual(answers, {
    "GET ui-telemetry": {
      disable_ui_telemetry: true,
      disable_ui_events: [],
      ui_rollout_percentage: 0,
    },
    "GET assistant/config": { providers: {}, projects: {} },
    "POST traces/search": {},
    "POST traces/metrics": { data_points: [] },
    "POST datasets/search": {},
    "GET scorers/list": {},
    "GET gateway/secrets/config": { secrets_available: false },
  });
});

Deno.test("the stubs are for pages alone: a server without them says that it lacks these", async () => {
  await withTracking(async (_send, app) => {
    for (const { method, path } of stubs) {
      assert.equal((await app.request(`/ajax-api/3.0/mlflow/${path}`, { method })).status, 404);
    }
  });
});
