import assert from "node:assert/strict";
import { protocols } from "../evaluation/folds.ts";
import { chosenProtocol, chosenThreshold } from "./evaluation_options.ts";

Deno.test("chosenProtocol() knows every protocol and has one for each kind of data", () => {
  for (const protocol of Object.keys(protocols)) {
    assert.equal(chosenProtocol({ protocol, lead: "lead.csv" }), protocol);
  }
  assert.equal(chosenProtocol({ protocol: undefined, lead: undefined }), "folds");
  assert.throws(() => chosenProtocol({ protocol: "shuffle", lead: undefined }), {
    name: "UsageError",
    message: 'Cannot read --protocol: expected one of leave-one-out, folds, split, got "shuffle"',
  });
});

Deno.test("chosenThreshold() gives each rule the number it works with", () => {
  assert.deepEqual(
    ["quantile", "alert_rate", "f_beta"].map((threshold) => chosenThreshold({ threshold })),
    [
      { rule: "quantile", contamination: 0.01 },
      { rule: "alert_rate", alerts_per_week: 1 },
      { rule: "f_beta", beta: 1 },
    ],
  );
  assert.throws(() => chosenThreshold({ threshold: "toString" }), {
    name: "UsageError",
    message:
      'Cannot read --threshold: expected one of quantile, alert_rate, f_beta, got "toString"',
  });
});
