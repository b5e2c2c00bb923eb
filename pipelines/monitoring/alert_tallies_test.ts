import assert from "node:assert/strict";
import { alertTallies, sumTallies } from "./alert_tallies.ts";

const HOUR_MS = 3_600_000;

Deno.test("alertTallies() counts hours and events of each meter, a gap of one hour bridged", () => {
  const label = Uint8Array.of(1, 0, 1, 0, 0, 1, /* b */ 0, 0, 1);
  const tallies = alertTallies({
    from: 0,
    to: 6 * HOUR_MS,
    meterIds: ["a", "a", "a", "a", "a", "a", "b", "b", "b"],
    ts: Float64Array.of(0, 1, 2, 3, 4, 5, 0, 1, 2).map((hour) => hour * HOUR_MS),
    score: new Float32Array(9),
    label,
  });
  assert.deepEqual([...tallies], [
    ["a", { watched: 6, affected: 3, episodes: 2 }],
    ["b", { watched: 3, affected: 1, episodes: 1 }],
  ]);
  assert.deepEqual(sumTallies(tallies.values()), { watched: 9, affected: 4, episodes: 3 });
});

Deno.test("sumTallies() of no meters is nothing", () => {
  assert.deepEqual(sumTallies([]), { watched: 0, affected: 0, episodes: 0 });
});
