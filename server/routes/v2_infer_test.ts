import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

const TOLERANCE = 1e-5;
const ROWS: (number | null)[][] = [[0.1, 3], [4, 12], [-6, null], [null, null], [1e30, -1e30]];
const x = matrix(["residual_week", "hour"], ROWS.flat().map((value) => value ?? NaN));
const expected = {
  score: [...deps.hostel.ensemble.anomalyScores(x)],
  member_scores: [...deps.hostel.ensemble.memberScores(x)],
};
const tensor = { name: "features", datatype: "FP32", shape: [5, 2] };

async function infer(body: BodyInit, headers: HeadersInit = {}, path = "energy-anomaly") {
  return await app.request(`/v2/models/${path}/infer`, { method: "POST", headers, body });
}

function close(found: ArrayLike<number>, wanted: readonly number[]): void {
  assert.equal(found.length, wanted.length);
  wanted.forEach((value, i) => assert.ok(Math.abs(found[i] - value) <= TOLERANCE, `value ${i}`));
}

Deno.test("POST infer gives the scores of the detectors themselves, and the id", async () => {
  for (const data of [ROWS, ROWS.flat()]) {
    for (const path of ["energy-anomaly", "energy-anomaly/versions/3"]) {
      const body = JSON.stringify({ id: "r 1", inputs: [{ ...tensor, data }] });
      const response = await infer(body, { "content-type": "application/json" }, path);
      assert.equal(response.status, 200, await response.clone().text());
      const { outputs: [score, label, members], ...rest } = await response.json();
      assert.deepEqual(rest, { model_name: "energy-anomaly", model_version: "3", id: "r 1" });
      assert.deepEqual([score.name, score.shape], ["score", [5, 1]]);
      close(score.data, expected.score);
      assert.deepEqual([label.name, label.datatype], ["label", "INT64"]);
      assert.deepEqual(
        label.data,
        score.data.map((value: number) => Number(value >= deps.model.threshold)),
      );
      assert.deepEqual([members.name, members.shape], ["member_scores", [5, 3]]);
      close(members.data, expected.member_scores);
    }
  }
});

Deno.test("POST infer takes and gives bytes as Triton's clients do, without a content type", async () => {
  const head = JSON.stringify({
    inputs: [{ ...tensor, parameters: { binary_data_size: 40 } }],
    outputs: [{ name: "score", parameters: { binary_data: true } }],
  });
  const values = Float32Array.from(x.values);
  const body = new Uint8Array(await new Blob([head, values]).arrayBuffer());
  const response = await infer(body, { "inference-header-content-length": String(head.length) });
  assert.equal(response.status, 200, await response.clone().text());
  const at = Number(response.headers.get("inference-header-content-length"));
  const bytes = await response.arrayBuffer();
  close(new Float32Array(bytes.slice(at)), expected.score);
});

Deno.test("POST infer refuses in the protocol's shape what it cannot read", async () => {
  const inputs = [{ ...tensor, shape: [5, 3], data: ROWS }];
  const response = await infer(JSON.stringify({ inputs }), { "content-type": "application/json" });
  assert.deepEqual([response.status, await response.json()], [400, {
    error: "Cannot read inputs[0].shape: expected [rows, 2], got [5, 3]",
  }]);
});
