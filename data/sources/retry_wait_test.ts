import assert from "node:assert/strict";
import { retryWait } from "./retry_wait.ts";

function busy(headers: Record<string, string>, status = 503): Response {
  return new Response("", { status, headers });
}

Deno.test("retryWait() takes seconds or a date by the server's own clock", () => {
  assert.equal(retryWait(busy({ "retry-after": "0" }), 3), 0);
  assert.equal(retryWait(busy({ "retry-after": "7" }, 429), 1), 7000);
  const date = "Wed, 21 Oct 2026 07:28:00 GMT";
  assert.equal(retryWait(busy({ "retry-after": "Wed, 21 Oct 2026 07:28:05 GMT", date }), 1), 5000);
  assert.equal(retryWait(busy({ "retry-after": "Wed, 21 Oct 2026 07:27:00 GMT", date }), 1), 0);
});

Deno.test("retryWait() doubles from a second where the server says nothing it can read", () => {
  assert.equal(retryWait(busy({}), 1), 1000);
  for (const text of ["", "soon", "-1"]) {
    const waits = [1, 2, 3].map((attempt) => retryWait(busy({ "retry-after": text }), attempt));
    assert.deepEqual(waits, [1000, 2000, 4000]);
  }
});

Deno.test("retryWait() gives up on other answers and on waits above a minute", () => {
  for (const status of [200, 404, 500, 502]) {
    assert.equal(retryWait(busy({ "retry-after": "1" }, status), 1), undefined);
  }
  assert.equal(retryWait(busy({ "retry-after": "60" }), 1), 60_000);
  assert.equal(retryWait(busy({ "retry-after": "61" }), 1), undefined);
});
