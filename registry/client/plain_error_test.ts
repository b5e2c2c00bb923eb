import assert from "node:assert/strict";
import { HTTPError, NetworkError, type NormalizedOptions, TimeoutError } from "ky";
import { MlflowError } from "./mlflow_error.ts";
import { plainError } from "./plain_error.ts";

const address = "GET http://127.0.0.1/read";
const request = new Request("http://127.0.0.1/read", { headers: { authorization: "S3CRET" } });

function httpError(status: number, data: unknown): HTTPError {
  const response = new Response(null, { status });
  return Object.assign(new HTTPError(response, request, {} as NormalizedOptions), { data });
}

Deno.test("plainError() takes MLflow's words, and finds its own where there are none", () => {
  const words = { error_code: "INVALID_STATE", message: "Cannot rename" };
  const cases: [number, unknown, string, string][] = [
    [500, words, "INVALID_STATE", "Cannot rename"],
    [404, undefined, "ENDPOINT_NOT_FOUND", `Cannot finish ${address} as its status is 404`],
    [502, "<html>", "INTERNAL_ERROR", `Cannot finish ${address} as its status is 502`],
    [403, { detail: "No" }, "INTERNAL_ERROR", `Cannot finish ${address} as its status is 403`],
  ];
  for (const [status, data, errorCode, message] of cases) {
    const plain = plainError(httpError(status, data), address);
    assert.ok(plain instanceof MlflowError);
    assert.deepEqual(
      [plain.errorCode, plain.status, plain.message, plain.cause],
      [errorCode, status, message, undefined],
    );
  }
});

Deno.test("plainError() keeps why no server was reached, without the request", () => {
  const cause = new TypeError("Connection refused");
  const plain = plainError(new NetworkError(request, { cause }), address) as Error;
  assert.equal(plain.message, `Cannot reach the tracking server for ${address}`);
  assert.equal(plain.cause, cause);
  assert.doesNotMatch(Deno.inspect(plain), /S3CRET/);
});

Deno.test("plainError() lets other errors pass", () => {
  const error = new RangeError("Cannot go on");
  assert.equal(plainError(error, address), error);
  assert.equal(plainError("text", address), "text");
  assert.doesNotMatch(Deno.inspect(plainError(new TimeoutError(request), address)), /S3CRET/);
});
