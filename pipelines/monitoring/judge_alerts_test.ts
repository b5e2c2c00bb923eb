import assert from "node:assert/strict";
import { judgeAlerts, type JudgedAlerts } from "./judge_alerts.ts";
import { plannedWeeks } from "./planned_weeks_fixture.ts";
import { scoredSpans } from "./scored_spans.ts";

/** Weeks in which each meter has so many events, of one hour and six hours apart. */
async function judge(
  meters: number,
  weeks: number,
  events: (meter: number, week: number) => number,
): Promise<JudgedAlerts> {
  await using planned = await plannedWeeks({
    meters,
    weeks,
    plan: (meter, hour) => {
      const inWeek = hour % 168;
      const alert = inWeek % 6 === 5 && inWeek / 6 < events(meter, Math.floor(hour / 168));
      return [alert ? 1 : 0.25, 0];
    },
  });
  return judgeAlerts(await scoredSpans(planned.input));
}

/** Three and four events in turns: mean 3.5, sample deviation √(18 · 0.25 / 17). */
function turns(week: number): number {
  return 3 + week % 2;
}
const DEVIATION = Math.sqrt(18 * 0.25 / 17);

Deno.test("judgeAlerts() knows the usual rate of events and hours of all meters", async () => {
  const { events, hours, event_rates } = await judge(4, 19, (_, week) => turns(week));
  assert.deepEqual([events!.current, events!.usual], [3, 3.5]);
  assert.ok(Math.abs(events!.high - (3.5 + 3 * DEVIATION)) < 1e-12);
  assert.ok(Math.abs(events!.low - (3.5 - 3 * DEVIATION)) < 1e-12);
  assert.deepEqual([events!.unusual, hours!.unusual], [false, false]);
  assert.deepEqual(event_rates.slice(-3), [3, 4, 3]);
});

Deno.test("judgeAlerts() sees that alerts doubled, and that they halved", async () => {
  const rate = async (last: number) => {
    const { events } = await judge(20, 19, (_, week) => week === 18 ? last : turns(week));
    return [events!.current, events!.unusual];
  };
  assert.deepEqual(await rate(7), [7, true]);
  assert.deepEqual(await rate(1), [1, true]);
});

Deno.test("judgeAlerts() does not take for a change what so few events do by chance", async () => {
  // One event a week on the only meter, and none in the last one.
  const { events } = await judge(1, 19, (_, week) => week === 18 ? 0 : 1);
  assert.deepEqual([events!.current, events!.low, events!.unusual], [0, 1, false]);
});

Deno.test("judgeAlerts() names the meter whose alerts multiplied", async () => {
  const found = await judge(10, 19, (meter, week) => meter === 3 && week === 18 ? 14 : turns(week));
  assert.deepEqual(
    found.affected.map(({ meter, events, usual_events }) => ({
      meter,
      events,
      usual_events,
    })),
    [{ meter: "m03", events: 14, usual_events: 3.5 }],
  );
  assert.deepEqual([found.affected_meters, found.usual_affected_meters], [1, 0]);
});

Deno.test("judgeAlerts() needs stronger evidence of one meter among many", async () => {
  // The chance of 9 or more where 3.5 are usual is 0.013: not small for ten meters, but for one.
  const jump = (meter: number, week: number) => meter === 0 && week === 18 ? 9 : turns(week);
  assert.equal((await judge(10, 19, jump)).affected_meters, 0);
  assert.equal((await judge(1, 19, jump)).affected_meters, 1);
});

Deno.test("judgeAlerts() counts an alert that goes on as hours, not as events", async () => {
  await using planned = await plannedWeeks({
    meters: 4,
    weeks: 10,
    plan: (meter, hour) => [meter === 1 && hour >= 9 * 168 + 60 ? 1 : 0.25, 0],
  });
  const { events, hours, affected } = judgeAlerts(await scoredSpans(planned.input));
  // 108 hours in one event, on one of four meters.
  assert.deepEqual([events!.current, events!.unusual], [1 / 4, false]);
  assert.deepEqual([hours!.current, hours!.unusual], [27, true]);
  assert.deepEqual([affected[0].meter, affected[0].share], ["m01", 108 / 168]);
});

Deno.test("judgeAlerts() says nothing with fewer than six stretches", async () => {
  const { events, hours, usual_affected_meters } = await judge(2, 6, () => 1);
  assert.deepEqual([events, hours, usual_affected_meters], [null, null, null]);
});
