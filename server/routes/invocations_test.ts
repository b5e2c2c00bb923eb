import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

const TOLERANCE = 1e-5;
const COLUMNS = ["residual_week", "hour"];
const ROWS: (number | null)[][] = [[0.1, 3], [4, 12], [-6, null], [null, null], [1e30, -1e30]];

async function invoke(body: string, type = "application/json") {
  const headers = { "content-type": type };
  return await app.request("/invocations", { method: "POST", headers, body });
}

function json(body: unknown): [body: string, type: string] {
  return [JSON.stringify(body), "application/json"];
}
const swapped = ROWS.map(([residual, hour]) => [hour, residual]);
const records = ROWS.map(([residual_week, hour]) => ({ hour, residual_week }));
const byColumn = {
  hour: ROWS.map(([, hour]) => hour),
  residual_week: ROWS.map(([residual]) => residual),
};
const csv = "hour,residual_week\n" +
  swapped.map((row) => row.map((v) => v ?? "").join()).join("\n");

const forms: readonly [name: string, request: [string, string]][] = [
  [
    "dataframe_split",
    json({ dataframe_split: { columns: ["hour", "residual_week"], data: swapped } }),
  ],
  ["dataframe_records", json({ dataframe_records: records })],
  ["instances by name", json({ instances: records })],
  ["instances in order", json({ instances: ROWS })],
  ["inputs by column", json({ inputs: byColumn })],
  ["inputs as tensor", json({ inputs: ROWS })],
  ["CSV", [csv, "text/csv"]],
];
for (const [name, request] of forms) {
  Deno.test(`POST /invocations with ${name} gives the scores of the detectors themselves`, async () => {
    const response = await invoke(...request);
    assert.equal(response.status, 200);
    const { predictions } = await response.json();
    const x = matrix(COLUMNS, ROWS.flat().map((value) => value ?? NaN));
    const scores = deps.hostel.ensemble.anomalyScores(x);
    const members = deps.hostel.ensemble.memberScores(x);
    assert.equal(predictions.length, ROWS.length);
    for (const [i, { score, label, member_scores }] of predictions.entries()) {
      assert.ok(Math.abs(score - scores[i]) <= TOLERANCE, `row ${i}: ${score}, ${scores[i]}`);
      assert.equal(label, score >= deps.model.threshold ? 1 : 0);
      assert.deepEqual(Object.keys(member_scores), ["z_score", "iqr", "isolation_forest"]);
      Object.values<number>(member_scores).forEach((member, m) =>
        assert.ok(Math.abs(member - members[3 * i + m]) <= TOLERANCE)
      );
    }
  });
}

Deno.test("POST /invocations answers zero rows with no predictions", async () => {
  assert.deepEqual(await (await invoke('{"instances": []}')).json(), { predictions: [] });
});

Deno.test("POST /invocations refuses more than 100000 rows in every format", async () => {
  const rows = 100_001;
  for (
    const [body, type] of [
      [JSON.stringify({ inputs: new Array(rows).fill([1, 2]) }), "application/json"],
      [`residual_week,hour\n${"1,2\n".repeat(rows)}`, "text/csv"],
    ]
  ) {
    const response = await invoke(body, type);
    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), {
      error_code: "BAD_REQUEST",
      message: "Cannot score the body: expected at most 100000 rows, got 100001",
    });
  }
});

Deno.test("POST /invocations refuses deep nesting wherever it stands", async () => {
  const nest = "[".repeat(50_000) + "]".repeat(50_000);
  for (const body of [nest, `{"inputs": ${nest}}`, `{"instances": [[1, ${nest}]]}`]) {
    const response = await invoke(body);
    assert.equal(response.status, 400);
    assert.match((await response.json()).message, /expected at most 32 levels of nesting/);
  }
  assert.deepEqual(deps.failures, []);
});

const refusals: readonly [name: string, body: unknown, code: string, message: string][] = [
  [
    "NaN as text",
    { instances: [[1, 2], [3, "NaN"]] },
    "INVALID_PARAMETER_VALUE",
    'Cannot read instances[1][1] (column "hour"): expected a number or null, got "NaN"',
  ],
  [
    "an unknown column",
    { inputs: { hour: [1], residual_week: [1], kwh: [1] } },
    "INVALID_PARAMETER_VALUE",
    'Cannot read inputs: column "kwh" is unknown to the model',
  ],
  [
    "two forms",
    { inputs: [], instances: [] },
    "BAD_REQUEST",
    "Cannot score the body: expected exactly one of dataframe_split, dataframe_records, " +
    "instances, inputs, got [inputs, instances]",
  ],
];
for (const [name, body, error_code, message] of refusals) {
  Deno.test(`POST /invocations refuses ${name} in MLflow's error shape`, async () => {
    const response = await invoke(JSON.stringify(body));
    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), { error_code, message });
  });
}
