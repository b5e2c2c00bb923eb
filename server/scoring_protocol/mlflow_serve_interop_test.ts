import assert from "node:assert/strict";
import { withModelServer } from "../../registry/model_server_fixture.ts";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { packHostel } from "../packed_hostel_fixture.ts";
import { mlflowDifferences } from "./mlflow_differences_fixture.ts";
import { badRequests, goodRequests, type MlflowRequest } from "./mlflow_requests_fixture.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const path = Deno.env.get("PATH") ?? "";

/** Two builds of ONNX Runtime: the same graph, sums in another order. */
const TOLERANCE = 1e-6;

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** As text, with the media type alone. */
async function answerOf(response: Response): Promise<[status: number, type: string, text: string]> {
  const [type] = (response.headers.get("content-type") ?? "").split(";");
  return [response.status, type, await response.text()];
}

async function invoke(ask: Ask, { body, type }: MlflowRequest) {
  // A string would be sent with a content type where there is none.
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const headers = type === null ? undefined : { "content-type": type };
  return answerOf(await ask("/invocations", { method: "POST", headers, body: bytes }));
}

function samePredictions(ours: string, theirs: string): void {
  const { predictions: expected } = JSON.parse(theirs);
  const { predictions } = JSON.parse(ours);
  assert.equal(predictions.length, expected.length);
  for (const [i, row] of expected.entries()) {
    assert.deepEqual(Object.keys(predictions[i]), Object.keys(row));
    assert.equal(predictions[i].label, row.label);
    for (const [name, value] of Object.entries<number>(row)) {
      const found = predictions[i][name];
      assert.ok(Math.abs(found - value) <= TOLERANCE, `row ${i} ${name}: ${found}, ${value}`);
    }
  }
}

Deno.test("our server answers as mlflow models serve does with the same package", async (test) => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  const ours: Ask = async (path, init) => await app.request(path, init);
  const folder = await Deno.makeTempDir();
  await packHostel(deps, folder);
  // MLflow makes a database of runs even to serve a folder.
  const env = { MLFLOW_TRACKING_URI: `sqlite:///${folder}/runs.db` };
  await withModelServer({ python, path, modelUri: folder, env }, async (address) => {
    const mlflow: Ask = (path, init) => fetch(`${address}${path}`, init);

    await test.step(`${goodRequests.length} good requests give the same predictions`, async () => {
      for (const request of goodRequests) {
        const [expected, found] = [await invoke(mlflow, request), await invoke(ours, request)];
        assert.deepEqual(expected.slice(0, 2), [200, "application/json"], request.name);
        assert.deepEqual(found.slice(0, 2), expected.slice(0, 2), request.name);
        samePredictions(found[2], expected[2]);
      }
    });
    await test.step(`${badRequests.length} bad requests give the same statuses and codes`, async () => {
      for (const { status, code, ...request } of badRequests) {
        for (const ask of [mlflow, ours]) {
          const [found, type, text] = await invoke(ask, request);
          assert.equal(found, status, request.name);
          if (code === undefined) continue;
          assert.equal(type, "application/json");
          const { error_code, message } = JSON.parse(text);
          assert.deepEqual([error_code, typeof message], [code, "string"], request.name);
        }
      }
    });
    await test.step("the differences are those that are listed", async () => {
      for (const { mlflow: theirs, ours: own, ...request } of mlflowDifferences) {
        assert.equal((await invoke(mlflow, request))[0], theirs, request.name);
        assert.equal((await invoke(ours, request))[0], own, request.name);
      }
    });
    await test.step("probes and the version are the same", async () => {
      for (const path of ["/ping", "/health", "/version"]) {
        assert.deepEqual(await answerOf(await ours(path)), await answerOf(await mlflow(path)));
      }
      for (
        const [method, path] of [["GET", "/invocations"], ["POST", "/ping"], ["GET", "/nothing"]]
      ) {
        const [expected, found] = [await mlflow(path, { method }), await ours(path, { method })];
        assert.equal(found.status, expected.status, `${method} ${path}`);
        await Promise.all([expected.body?.cancel(), found.body?.cancel()]);
      }
    });
  });
  await Deno.remove(folder, { recursive: true });
});
