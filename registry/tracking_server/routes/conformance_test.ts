import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";
import { openTrackingStore } from "../store.ts";
import { openWebhooks } from "../webhooks/open_webhooks.ts";
import { checks } from "../requests/parameter_checks.ts";
import { ownRoutes, routes } from "./mod.ts";
import { webhookRoutes } from "./webhooks.ts";

/** Every endpoint, with those that are made for an app of its own. */
function everyRoute() {
  const home = Deno.makeTempDirSync();
  using store = openTrackingStore({ home, now: () => 0 });
  Deno.removeSync(home, { recursive: true });
  const mlflow = [...routes, ...webhookRoutes(openWebhooks(store))];
  return [
    ...mlflow.map((route) => ({ ...route, below: "mlflow" })),
    ...ownRoutes.map((route) => ({ ...route, below: "wattbook" })),
  ];
}

Deno.test("routes: no two share a method and path", () => {
  const names = everyRoute().map(({ method, below, path }) => `${method} ${below}/${path}`);
  assert.deepEqual(names, [...new Set(names)]);
});

for (const { method, below, path, parameters } of everyRoute()) {
  const at = path.replace(/:\w+/g, "none");
  const inBody = method !== "GET";
  const given = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const firstRequired = Object.entries(parameters)
    .find(([name, parameter]) => parameter.checks.includes(checks.required) && !given.has(name))
    ?.[0];
  // A parameter in the path wins over the body, so a route of nothing else finds no record.
  const checked = Object.entries(parameters)
    .some(([name, parameter]) => parameter.checks.length > 0 && !given.has(name));

  Deno.test(`routes: ${method} ${below}/${path} keeps the contract`, async (test) => {
    await withTracking(async (_send, app) => {
      if (firstRequired !== undefined) {
        await test.step("names the first missing parameter, under both prefixes", async () => {
          for (const api of ["api", "ajax-api"]) {
            const json = { headers: { "content-type": "application/json" }, body: "{}" };
            const response = await app.request(`//${api}/2.0//${below}/${at}`, {
              method,
              ...(inBody ? json : {}),
            });
            assert.equal(response.status, 400);
            assert.deepEqual(await response.json(), {
              error_code: "INVALID_PARAMETER_VALUE",
              message:
                `Missing value for required parameter '${firstRequired}'. See the API docs for more information about request parameters.`,
            });
          }
        });
      }
      if (!inBody) return;
      await test.step("refuses a body that is JSON but no object", async () => {
        const headers = { "content-type": "application/json" };
        const request = { method, headers, body: "[1]" };
        const response = await app.request(`/api/2.0/${below}/${at}`, request);
        assert.equal(response.status, 400);
        assert.deepEqual(await response.json(), {
          error_code: "INVALID_PARAMETER_VALUE",
          message: "Cannot read the body: expected a JSON object",
        });
      });
      if (!checked) return;
      await test.step("refuses a value of a wrong type", async () => {
        const values = Object.keys(parameters).map((name) => [name, { wrong: true }]);
        const response = await app.request(`/api/2.0/${below}/${at}`, {
          method,
          headers: { "content-type": "application/json" },
          body: JSON.stringify(Object.fromEntries(values)),
        });
        assert.equal(response.status, 400);
        assert.match((await response.json()).message, /^Invalid value \{"wrong":true\} for/);
      });
    });
  });
}
