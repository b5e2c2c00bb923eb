import assert from "node:assert/strict";
import { PromotionRefusedError } from "./promotion_refused_error.ts";

Deno.test("PromotionRefusedError tells every gate that refused, with number and limit", () => {
  const findings = [
    { gate: "mlmodel", subject: "files", found: "MLmodel", expected: "MLmodel", passed: true },
    { gate: "size", subject: "bytes", found: 11, expected: "at most 10", passed: false },
    { gate: "latency", subject: "ms", found: "not recorded", expected: "at most 5", passed: false },
  ];
  const error = new PromotionRefusedError('Cannot promote version 2 of "a" to champion', findings);
  assert.equal(
    error.message,
    'Cannot promote version 2 of "a" to champion: gate size: bytes: expected at most 10, got 11; ' +
      "gate latency: ms: expected at most 5, got not recorded",
  );
  assert.ok(error.message.endsWith(`: ${error.refusals}`));
  assert.deepEqual([error.name, error.findings], ["PromotionRefusedError", findings]);
});
