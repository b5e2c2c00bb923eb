import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
import { ReportUnderWayError } from "../reports/report_under_way_error.ts";

const DAY_MS = 86_400_000;
const PATH = "/api/v1/drift/reports";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

function post(body: unknown, to = app): Response | Promise<Response> {
  return to.request(PATH, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

Deno.test("POST /api/v1/drift/reports makes a report, keeps it and says where it is", async () => {
  const [from, to] = [42, 0].map((days) =>
    new Date(HOSTEL_END - days * DAY_MS).toISOString().slice(0, 10)
  );
  const response = await post({ from, to });
  const report = await response.json();
  assert.equal(response.status, 201);
  assert.deepEqual(report.window, { from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` });
  // The hostel was fitted as if its residuals had been far higher.
  assert.deepEqual([report.model, report.version, report.verdict], [
    "energy-anomaly",
    "3",
    "drift",
  ]);
  assert.equal(report.sections.features.figures.features[0].feature, "residual_week");
  const location = response.headers.get("location") ?? "";
  assert.equal(location, `${PATH}/${report.id}`);
  assert.deepEqual(await (await app.request(location)).json(), report);
});

Deno.test("POST /api/v1/drift/reports is a 409 problem while another one is made", async () => {
  const make = () => Promise.reject(new ReportUnderWayError());
  const busy = createApp({ ...deps, reports: { ...deps.reports, make } });
  const response = await post({ from: "2024-03-01", to: "2024-03-15" }, busy);
  assert.equal(response.status, 409);
  assert.equal(
    (await response.json()).detail,
    "Cannot make a report as another one is being made: wait for it",
  );
});

Deno.test("POST /api/v1/drift/reports refuses windows that are none, naming the field", async () => {
  const cases: [unknown, string][] = [
    [
      { from: "2024-03-01" },
      "Cannot report on to: expected a day such as 2024-03-01 or an ISO 8601 time with zone",
    ],
    [
      { from: "2024-02-30", to: "2024-03-01" },
      "Cannot report on from: expected a day such as 2024-03-01 or an ISO 8601 time with zone",
    ],
    [
      { from: "2024-03-01", to: "2024-03-01" },
      "Cannot report on to: expected an end after the begin",
    ],
    [{ from: "2023-03-01", to: "2024-03-02" }, "Cannot report on to: expected at most 366 days"],
    [{ from: "2024-03-01", to: "2024-03-02", meter: "b1" }, "Cannot report on meter: unknown key"],
    [[], "Cannot report on body: expected object, received array"],
  ];
  for (const [body, detail] of cases) {
    const response = await post(body);
    assert.deepEqual([response.status, (await response.json()).detail], [400, detail]);
  }
});
