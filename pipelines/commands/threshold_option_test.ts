import assert from "node:assert/strict";
import { chosenThreshold } from "./threshold_option.ts";

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
