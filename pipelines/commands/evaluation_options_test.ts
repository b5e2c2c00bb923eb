import assert from "node:assert/strict";
import { detectors } from "../../models/mod.ts";
import { protocols } from "../evaluation/folds.ts";
import { chosenDetectors, chosenProtocol, chosenThreshold } from "./evaluation_options.ts";

Deno.test("chosenDetectors() takes all where none is named, and the named in their order", () => {
  assert.deepEqual(
    chosenDetectors({ detectors: undefined }).map(({ name }) => name),
    Object.keys(detectors),
  );
  const named = chosenDetectors({ detectors: " z_score,iqr,z_score" });
  assert.deepEqual(named.map(({ name }) => name), ["z_score", "iqr"]);
});

Deno.test("chosenDetectors() shows the name it does not know", () => {
  assert.throws(() => chosenDetectors({ detectors: "iqr,oracle" }), {
    name: "UsageError",
    message: /^Cannot read --detectors: expected names among z_score, .*, got "oracle"$/,
  });
});

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
