import assert from "node:assert/strict";
import { routineAt } from "./routine.ts";

Deno.test("routineAt() has a morning and an evening peak on a class day", () => {
  const use = Array.from({ length: 24 }, (_, hour) => routineAt(hour, false).useKwh);
  const peaks = use.flatMap((kwh, hour) =>
    kwh > use[(hour + 23) % 24] && kwh > use[(hour + 1) % 24] && kwh > 0.1 ? [hour] : []
  );
  assert.deepEqual(peaks, [7, 20]);
});

Deno.test("routineAt() gets up later and stays in the room on a day off", () => {
  assert.ok(routineAt(7, true).useKwh < routineAt(7, false).useKwh);
  assert.ok(routineAt(10, true).useKwh > routineAt(10, false).useKwh);
  assert.ok(routineAt(11, true).presence > routineAt(11, false).presence);
});

Deno.test("routineAt() interpolates between hours and over midnight", () => {
  const between = (a: number, b: number) =>
    (routineAt(a, false).useKwh + routineAt(b, false).useKwh) / 2;
  assert.equal(routineAt(19.5, false).useKwh, between(19, 20));
  assert.equal(routineAt(23.5, false).useKwh, between(23, 0));
});

Deno.test("routineAt() repeats every 24 hours", () => {
  assert.deepEqual(routineAt(-1, true), routineAt(23, true));
  assert.deepEqual(routineAt(24, true), routineAt(0, true));
});
