import assert from "node:assert/strict";
import { alarmText } from "./alarm_text.ts";

Deno.test("alarmText() says every number of the rule, those that are not set as they count", () => {
  const choice = { rule: "quantile", contamination: 0.01 } as const;
  assert.match(
    alarmText({ least: 3, window: 5, hold: 2, suppress: 12 }, choice),
    / 3 of the last 5 hours .* for 2 hours .* within 12 hours .* by hours, not by alarms\.$/,
  );
  assert.match(alarmText({}, choice), / 1 of the last 1 hours .* for 0 hours .* within 0 hours /);
});
