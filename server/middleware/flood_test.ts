import assert from "node:assert/strict";
import { mlflowError } from "../error_shapes/mlflow_error.ts";
import { problemJson } from "../error_shapes/problem_json.ts";
import { RequestError } from "../request_error.ts";
import { refuseFlood } from "./flood.ts";

const routes = [
  { path: "/invocations", errorShape: mlflowError },
  { path: "/api/v1/score", errorShape: problemJson },
  { path: "/v2/models/:model/infer", errorShape: problemJson },
];

Deno.test("refuseFlood() refuses in the shape of the route, and asks for room of its routes alone", async () => {
  let asked = 0;
  const guard = refuseFlood(routes, () => {
    asked++;
    return new RequestError(503, "Cannot score now", [], { "retry-after": "1" });
  }, () => "r7");
  const ask = (path: string) => guard(new Request(`http://localhost:8000${path}`));
  for (const path of ["/", "/health", "/invocations/2", "/v2/models/a/b/infer", "/v2/models/a"]) {
    assert.equal(ask(path), undefined);
  }
  assert.equal(asked, 0);
  const mlflow = await ask("/invocations?a=/b");
  assert.deepEqual(await mlflow?.json(), {
    error_code: "TEMPORARILY_UNAVAILABLE",
    message: "Cannot score now",
  });
  const problem = await ask("/api/v1/score");
  assert.equal((await ask("/v2/models/energy-anomaly/infer"))?.status, 503);
  const { status, detail, request_id } = await problem?.json();
  assert.deepEqual([status, detail, request_id], [503, "Cannot score now", "r7"]);
  for (const response of [mlflow, problem]) {
    assert.equal(response?.status, 503);
    assert.equal(response.headers.get("retry-after"), "1");
    assert.equal(response.headers.get("x-request-id"), "r7");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  }
});

Deno.test("refuseFlood() reads small bodies, so that the connection lives on, and no others", async () => {
  const guard = refuseFlood(routes, () => new RequestError(503, "Cannot score now"), () => "r7");
  for (const [length, read] of [["5", true], ["70000", false], [undefined, false]] as const) {
    const headers = new Headers(length === undefined ? [] : [["content-length", length]]);
    const url = "http://localhost/invocations";
    const request = new Request(url, { method: "POST", headers, body: "12345" });
    assert.equal((await guard(request))?.status, 503);
    assert.equal(request.bodyUsed, read);
  }
});

Deno.test("refuseFlood() lets go on what there is room for", () => {
  const guard = refuseFlood(routes, () => undefined, () => "r7");
  assert.equal(guard(new Request("http://localhost/invocations")), undefined);
});

Deno.test("refuseFlood() reads the body of a request at once, and answers it in its turn", async () => {
  const turn = Promise.withResolvers<void>();
  const refused = new RequestError(503, "Cannot score now");
  const guard = refuseFlood(routes, () => refused, () => "r7", () => turn.promise);
  const headers = { "content-length": "5" };
  const url = "http://localhost/invocations";
  const request = new Request(url, { method: "POST", headers, body: "12345" });
  let answered = false;
  const answer = guard(request)?.finally(() => answered = true);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual([request.bodyUsed, answered], [true, false]);
  turn.resolve();
  assert.equal((await answer)?.status, 503);
});
