import assert from "node:assert/strict";
import { plannedWeeks } from "./planned_weeks_fixture.ts";
import { predictions } from "./predictions.ts";

const WEEKS = 15;

/** Ten meters with an event every other day; in the last week as often as told. */
async function judge(everyHours: number, meters = (_: number) => true) {
  await using planned = await plannedWeeks({
    meters: 10,
    weeks: WEEKS,
    plan: (meter, hour) => {
      const last = hour >= (WEEKS - 1) * 168 && meters(meter);
      const every = last ? everyHours : 42;
      return [hour % every === 1 ? 0.9 : (hour % 24) / 48, 0];
    },
  });
  return await predictions.compute(planned.input);
}

Deno.test("predictions of a week like those before it have not drifted", async () => {
  const { verdict, summary, figures } = await judge(42);
  assert.equal(verdict, "no_drift");
  assert.equal(
    summary,
    "4.00 events per meter and week, usually 4.00 to 4.00; scores as in the reference; " +
      "0 of 10 meters alert more than they usually do",
  );
  assert.deepEqual([figures.rows, figures.chunks], [1680, 14]);
});

Deno.test("predictions drift when the alert rate doubles", async () => {
  const { verdict, figures } = await judge(21);
  assert.equal(verdict, "drift");
  assert.deepEqual(
    [figures.events!.usual, figures.events!.current, figures.events!.unusual],
    [4, 8, true],
  );
});

Deno.test("predictions drift when one meter alerts every six hours, and name it", async () => {
  const { verdict, figures, tables } = await judge(6, (meter) => meter === 7);
  assert.equal(verdict, "drift");
  assert.deepEqual(figures.affected.map(({ meter, events }) => [meter, events]), [["m07", 28]]);
  const named = tables.find(({ title }) => title.startsWith("Meters"))!;
  assert.deepEqual(named.rows[0].slice(0, 3), ["m07", 28, 4]);
});

Deno.test("predictions say what is missing to judge them", async () => {
  await using planned = await plannedWeeks({ meters: 1, weeks: 4, plan: () => [0.5, 0] });
  const { verdict, summary } = await predictions.compute(planned.input);
  assert.equal(verdict, "unknown");
  assert.match(summary, /^Too little to compare with: 168 hours of the window and 3 stretches/);
});
