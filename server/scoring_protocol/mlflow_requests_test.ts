import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { mlflowDifferences } from "./mlflow_differences_fixture.ts";
import {
  badRequests,
  COLUMNS,
  goodRequests,
  type MlflowRequest,
} from "./mlflow_requests_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

async function invoke({ body, type }: MlflowRequest): Promise<Response> {
  const headers = type === null ? undefined : { "content-type": type };
  return await app.request("/invocations", {
    method: "POST",
    headers,
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  });
}

/** Detectors compute in float64, the graph in float32. */
const TOLERANCE = 1e-5;

for (const { rows, ...request } of goodRequests) {
  Deno.test(`POST /invocations scores ${request.name}`, async () => {
    const response = await invoke(request);
    assert.equal(response.status, 200, await response.clone().text());
    const { predictions } = await response.json();
    assert.equal(predictions.length, rows.length);
    if (rows.length === 0) return;
    const x = matrix(COLUMNS, rows.flat());
    const scores = deps.hostel.ensemble.anomalyScores(x);
    const members = deps.hostel.ensemble.memberScores(x);
    for (const [i, { score, label, ...rest }] of predictions.entries()) {
      assert.ok(Math.abs(score - scores[i]) <= TOLERANCE, `row ${i}: ${score}, ${scores[i]}`);
      assert.equal(label, score >= deps.model.threshold ? 1 : 0);
      assert.deepEqual(Object.keys(rest), ["z_score", "iqr", "isolation_forest"]);
      Object.values<number>(rest).forEach((member, m) =>
        assert.ok(Math.abs(member - members[3 * i + m]) <= TOLERANCE)
      );
    }
  });
}

for (const { status, code, ...request } of badRequests) {
  Deno.test(`POST /invocations refuses ${request.name}`, async () => {
    const response = await invoke(request);
    assert.equal(response.status, status);
    const { error_code, message } = await response.json();
    assert.equal(error_code, code ?? "BAD_REQUEST", message);
  });
}

for (const { ours, reason, ...request } of mlflowDifferences) {
  Deno.test(`POST /invocations answers ${request.name} with ${ours}`, async () => {
    const response = await invoke(request);
    assert.equal(response.status, ours, reason);
    await response.body?.cancel();
  });
}
