import assert from "node:assert/strict";
import { HOSTEL_END, HOSTEL_START, hostelDeps } from "./hostel_deps_fixture.ts";
import { missingHistory } from "./missing_history.ts";

const DAY = 24 * 3_600_000;

Deno.test("missingHistory() tells what is stored of a meter whose hours lack features", async () => {
  await using deps = await hostelDeps();
  const readings = [0, 60].flatMap((days) =>
    ["room-2-01", "room-6-01"].map((meterId) => ({ meterId, ts: HOSTEL_END + days * DAY, kwh: 1 }))
  ).filter(({ meterId, ts }) => meterId === "room-6-01" || ts === HOSTEL_END);
  const hours = await deps.scoreReadings(deps.model, readings);
  // The day after the last one knows its week before; two months later nobody does.
  assert.deepEqual(hours.map(({ missing }) => missing), [[], [], ["residual_week"]]);
  assert.deepEqual(await missingHistory(deps, deps.model, hours), [{
    meterId: "room-6-01",
    storedFrom: HOSTEL_START,
    storedTo: HOSTEL_END,
    hours: 1,
    features: ["residual_week"],
  }]);
});
