import assert from "node:assert/strict";
import { drawHabits, type RoomHabits, type RoomHour, roomLoad } from "./load.ts";
import { randomStream } from "./random.ts";
import { DAY_MS } from "./site.ts";

const PLAIN: RoomHabits = {
  laterHours: 0,
  appetite: 1,
  standbyKwh: 0.02,
  heatBelowC: 15,
  coolAboveC: 25,
};
/** Wednesday, 15 May 2024: a class day. */
const DAY = Date.UTC(2024, 4, 15) / DAY_MS;

/** Uniform quarters make every normal draw 0 (the cosine of a quarter turn); no appliance runs. */
function quarter(): number {
  return 0.25;
}

function meanLoad(at: RoomHour): number {
  const random = randomStream(9, "load");
  let sum = 0;
  for (let i = 0; i < 4000; i++) sum += roomLoad(at, PLAIN, random);
  return sum / 4000;
}

Deno.test("roomLoad() of an empty room is standby and refrigerator whatever the weather", () => {
  const empty = { day: DAY, hour: 20, residents: 0 };
  assert.equal(roomLoad({ ...empty, temperatureC: 20 }, PLAIN, quarter), 0.055);
  // 0.02 + 0.035 × (1 + 0.02 × 20) and 0.02 + 0.035 × (1 - 0.02 × 30).
  assert.equal(roomLoad({ ...empty, temperatureC: 40 }, PLAIN, quarter), 0.069);
  assert.equal(roomLoad({ ...empty, temperatureC: -10 }, PLAIN, quarter), 0.034);
});

Deno.test("roomLoad() heats and cools by degrees beyond comfort and the root of the residents", () => {
  // At 3 h all are in the room and use 0.012 kWh each: 0.02 + 0.035 + 4 × 0.012.
  const at = { day: DAY, hour: 3, residents: 4 };
  const mild = roomLoad({ ...at, temperatureC: 20 }, PLAIN, quarter);
  assert.equal(mild, 0.103);
  const cold = roomLoad({ ...at, temperatureC: 5 }, PLAIN, quarter);
  assert.equal(cold, 0.533); // 0.02 + 0.0245 + 0.048 + 2 × 10 × 0.022
  const hot = roomLoad({ ...at, temperatureC: 35 }, PLAIN, quarter);
  assert.equal(hot, 0.394); // 0.02 + 0.0455 + 0.048 + 2 × 10 × 0.014, rounded
});

Deno.test("roomLoad() grows with beds in use, in the evening and late on a weekend morning", () => {
  const at = { day: DAY, hour: 20, residents: 2, temperatureC: 20 };
  assert.ok(meanLoad({ ...at, residents: 6 }) > 2.5 * meanLoad(at));
  assert.ok(meanLoad(at) > 3 * meanLoad({ ...at, hour: 3 }));
  const saturday = DAY + 3;
  assert.ok(meanLoad({ ...at, hour: 10, day: saturday }) > 1.5 * meanLoad({ ...at, hour: 10 }));
});

Deno.test("roomLoad() shifts the routine of a room that lives later", () => {
  const at = { day: DAY, hour: 8, residents: 4, temperatureC: 20 };
  const later = { ...PLAIN, laterHours: 1 };
  assert.equal(roomLoad(at, later, quarter), roomLoad({ ...at, hour: 7 }, PLAIN, quarter));
});

Deno.test("drawHabits() stays within the stated ranges", () => {
  const random = randomStream(1, "habits");
  for (let i = 0; i < 500; i++) {
    const habits = drawHabits(4, random);
    assert.ok(Math.abs(habits.laterHours) <= 1.5);
    assert.ok(habits.standbyKwh >= 0.011 && habits.standbyKwh <= 0.033);
    assert.ok(habits.heatBelowC >= 12 && habits.heatBelowC <= 16);
    assert.ok(habits.coolAboveC >= 23 && habits.coolAboveC <= 26);
  }
});
