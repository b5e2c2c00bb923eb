import assert from "node:assert/strict";
import { random } from "../../../models/mod.ts";
import { judgePresets } from "./judge_presets.ts";
import { ORDINARY_MONTHS } from "./study_days.ts";
import { studyMeters } from "./study_meters_fixture.ts";

function firstDay(_: string, month: number): number {
  return ORDINARY_MONTHS[month].from;
}

/** One meter whose hours are drawn independently, times what the day is multiplied by. */
function drawnMeter(factor: (day: number) => number) {
  const [meter] = studyMeters(1);
  const next = random(5);
  const kwh = Float64Array.from(meter.hours.days, (day) => (1 + next() + next()) * factor(day));
  return { ...meter, hours: { ...meter.hours, kwh } };
}

Deno.test("judgePresets() stays quiet where hours are independent, as the presets suppose", () => {
  const flags = judgePresets([drawnMeter(() => 1)], firstDay);
  for (const preset of ["wasserstein_above_0.1", "psi_above_0.1"]) {
    assert.equal(flags[`${preset}_year`][0].ordinary, 0, preset);
  }
  // Significant at 5 %: one month in twenty.
  assert.ok(flags["ks_p_below_0.05_year"][0].ordinary <= 3);
});

Deno.test("judgePresets() flags what a season does against the year, but not against the season", () => {
  const summer = (day: number) => 1 + 0.15 * Math.sin(2 * Math.PI * day / 365);
  const flags = judgePresets([drawnMeter(summer)], firstDay);
  const year = flags["wasserstein_above_0.1_year"][0].ordinary;
  const season = flags["wasserstein_above_0.1_season"][0].ordinary;
  assert.ok(year >= 8 && season < year / 2, `${year} ${season}`);
});

Deno.test("judgePresets() multiplies the loads of planted days", () => {
  const flags = judgePresets([drawnMeter(() => 1)], firstDay);
  // Hours from 1 to 3 kWh with a standard deviation of 0.41: a fifth more moves them by 0.98 of it.
  const [{ planted }] = flags["wasserstein_above_0.1_year"];
  assert.equal(planted.plus_20_percent_28_days, 12);
  assert.equal(planted.minus_30_percent_28_days, 12);
});
