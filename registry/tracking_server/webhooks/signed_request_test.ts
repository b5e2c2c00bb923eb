import assert from "node:assert/strict";
import { signedRequest } from "./signed_request.ts";

const event = { name: "prompt.created", data: { name: "Zähler" } } as const;
const sent = { deliveryId: "d-1", now: 1_700_000_000_123 };

Deno.test("signedRequest() signs as Python's hmac does", () => {
  // base64.b64encode(hmac.new("geheim ü".encode(), b"d-1.1700000000." + body, "sha256").digest())
  const { headers } = signedRequest(event, { ...sent, secret: "geheim ü" });
  assert.equal(
    headers["X-MLflow-Signature"],
    "v1,kXqJHSlNmDWZfBduErcOphk44tNE5rI63c7IoeJgPMw=",
  );
});

Deno.test("signedRequest() signs nothing without a secret", () => {
  for (const secret of [undefined, null, ""]) {
    assert.deepEqual(signedRequest(event, { ...sent, secret }).headers, {
      "Content-Type": "application/json",
      "X-MLflow-Delivery-Id": "d-1",
      "X-MLflow-Timestamp": "1700000000",
    });
  }
});
