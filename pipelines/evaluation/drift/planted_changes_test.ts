import assert from "node:assert/strict";
import { flaggedMonths, perPlanted, PLANTED, plantedFrom } from "./planted_changes.ts";
import { ORDINARY_MONTHS } from "./study_days.ts";

Deno.test("plantedFrom() draws days so that a change ends within the month", () => {
  const [january] = ORDINARY_MONTHS;
  const days = (length: number) =>
    Array.from(
      { length: 300 },
      (_, i) => plantedFrom(january, { name: "n", share: 0.1, days: length }, 7, `m${i}`),
    );
  const weeks = new Set(days(7));
  // 25 first days are possible; of 300 draws each is missed with a chance of 5e-6.
  assert.equal(weeks.size, 25);
  assert.deepEqual([Math.min(...weeks), Math.max(...weeks)], [january.from, january.to - 7]);
  assert.deepEqual(new Set(days(31)), new Set([january.from]));
});

Deno.test("plantedFrom() depends on seed, meter, month and change alone", () => {
  const change = { name: "n", share: 0.1, days: 7 };
  const at = (seed: number, label: string, month = 0, name = "n") =>
    plantedFrom(ORDINARY_MONTHS[month], { ...change, name }, seed, label) -
    ORDINARY_MONTHS[month].from;
  assert.equal(at(7, "m1"), at(7, "m1"));
  const others = [at(8, "m1"), at(7, "m2"), at(7, "m1", 2), at(7, "m1", 0, "o")];
  assert.ok(others.some((day) => day !== at(7, "m1")));
});

Deno.test("flaggedMonths() counts months as they are and with each change", () => {
  const { months, ordinary, planted } = flaggedMonths((month, change) =>
    change === undefined ? month === 3 : month < 12 * Math.abs(change.share)
  );
  assert.deepEqual([months, ordinary], [12, 1]);
  // 12 · 0.05 = 0.6 months, 12 · 0.1 = 1.2, 12 · 0.2 = 2.4, 12 · 0.3 = 3.6.
  assert.deepEqual(planted, {
    plus_5_percent_7_days: 1,
    plus_5_percent_28_days: 1,
    plus_10_percent_7_days: 2,
    plus_10_percent_28_days: 2,
    plus_20_percent_28_days: 3,
    minus_30_percent_28_days: 4,
  });
});

Deno.test("changes are what their names say", () => {
  for (const { name, share, days } of PLANTED) {
    const sign = share > 0 ? "plus" : "minus";
    assert.equal(name, `${sign}_${Math.round(100 * Math.abs(share))}_percent_${days}_days`);
  }
  assert.equal(perPlanted(({ share }) => share).minus_30_percent_28_days, -0.3);
});
