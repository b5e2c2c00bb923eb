import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);
const HOUR = 3_600_000;
const NOON = HOSTEL_END - 12 * HOUR;

async function send(readings: unknown) {
  return await app.request("/api/v1/score", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ readings }),
  });
}

Deno.test("POST /api/v1/score scores readings of many meters and joins anomalies to events", async () => {
  const readings = ["room-2-01", "room-6-01"].flatMap((meter) =>
    [0, 1, 2].map((hour) => ({
      meter,
      ts: new Date(NOON + hour * HOUR).toISOString(),
      kwh: meter === "room-6-01" && hour > 0 ? 500 : 0.5,
    }))
  );
  const response = await send(readings);
  assert.equal(response.status, 200);
  const { model, scores, events } = await response.json();
  assert.deepEqual(model, { name: "energy-anomaly", version: "3" });
  assert.deepEqual(
    scores.map(({ meter, ts, kwh }: Record<string, unknown>) => ({ meter, ts, kwh })),
    readings,
  );
  assert.deepEqual(scores.map(({ label }: { label: number }) => label), [0, 0, 0, 0, 1, 1]);

  const own = await deps.scoreReadings(
    deps.model,
    readings.map(({ meter, ts, kwh }) => ({ meterId: meter, ts: Date.parse(ts), kwh })),
  );
  assert.deepEqual(
    scores.map((row: Record<string, unknown>) => [row.score, row.expected_kwh, row.member_scores]),
    own.map((row) => [row.score, row.expectedKwh, row.memberScores]),
  );

  assert.equal(events.length, 1);
  const [event] = events;
  assert.deepEqual([event.meter, event.start, event.end, event.hours], [
    "room-6-01",
    "2024-03-24T13:00:00.000Z",
    "2024-03-24T15:00:00.000Z",
    2,
  ]);
  assert.equal(event.peak_score, Math.max(own[4].score, own[5].score));
  const excess = 1000 - (own[4].expectedKwh ?? NaN) - (own[5].expectedKwh ?? NaN);
  assert.ok(Math.abs(event.excess_kwh - excess) < 1e-9);
});

Deno.test("POST /api/v1/score names the first reading of an unknown meter", async () => {
  const ts = new Date(NOON).toISOString();
  const known = { meter: "room-2-01", ts, kwh: 1 };
  const response = await send([known, known, known, { ...known, meter: "attic" }]);
  assert.equal(response.status, 404);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const { title, detail, errors } = await response.json();
  assert.deepEqual([title, detail, errors], [
    "Not Found",
    'Cannot score readings[3].meter: meter "attic" is unknown',
    [{ field: "readings[3].meter", message: 'meter "attic" is unknown' }],
  ]);
});

Deno.test("POST /api/v1/score names a reading beside the grid of its meter", async () => {
  const known = { meter: "room-2-01", ts: new Date(NOON).toISOString(), kwh: 1 };
  const ts = new Date(NOON + 7 * 60_000).toISOString();
  const response = await send([known, { ...known, ts }]);
  assert.equal(response.status, 400);
  const message = `expected a time on the meter's grid of 60 minutes, got ${ts}`;
  const { detail, errors } = await response.json();
  assert.equal(detail, `Cannot score readings[1].ts: ${message}`);
  assert.deepEqual(errors, [{ field: "readings[1].ts", message }]);
});

Deno.test("POST /api/v1/score names a wrong type and a missing field", async () => {
  const response = await send([{ meter: "room-2-01", kwh: "1" }]);
  assert.equal(response.status, 400);
  const { errors } = await response.json();
  assert.deepEqual(errors.map(({ field }: { field: string }) => field), [
    "readings[0].ts",
    "readings[0].kwh",
  ]);
});

Deno.test("POST /api/v1/score takes only JSON", async () => {
  const headers = { "content-type": "text/csv" };
  const response = await app.request("/api/v1/score", { method: "POST", headers, body: "a" });
  assert.equal(response.status, 415);
});

Deno.test("POST /api/v1/score answers by the version that is asked for, and 404 where none is", async () => {
  const readings = [{ meter: "room-2-01", ts: new Date(NOON).toISOString(), kwh: 1 }];
  const ask = async (query: string) => {
    const response = await app.request(`/api/v1/score?${query}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ readings }),
    });
    return [response.status, await response.json()] as const;
  };
  const [status, { model }] = await ask("model=energy-anomaly&version=3");
  assert.deepEqual([status, model], [200, { name: "energy-anomaly", version: "3" }]);
  const [missing, { detail }] = await ask("version=4");
  assert.deepEqual([missing, detail], [
    404,
    "Cannot find a model version 4: loaded are energy-anomaly/3",
  ]);
});

Deno.test("POST /api/v1/score tells how a version fares that fails, and takes no mistake for that", async () => {
  const told: unknown[] = [];
  const failing = createApp({
    ...deps,
    releases: {
      ...deps.releases,
      score: (readings, ...rest) =>
        readings[0].kwh === 13
          ? Promise.reject(new Error("Cannot compute a feature"))
          : deps.releases.score(readings, ...rest),
    },
    probation: { answered: (name, version, ok) => void told.push([name, version, ok]) },
    reportFailure: () => {},
  });
  const ts = new Date(NOON).toISOString();
  const statuses = [];
  for (const [meter, kwh] of [["room-2-01", 1], ["room-2-01", 13], ["attic", 1]]) {
    const { status } = await failing.request("/api/v1/score", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ readings: [{ meter, ts, kwh }] }),
    });
    statuses.push(status);
  }
  assert.deepEqual(statuses, [200, 500, 404]);
  assert.deepEqual(told, [
    ["energy-anomaly", "3", true],
    ["energy-anomaly", "3", false],
    ["energy-anomaly", "3", true],
  ]);
});

Deno.test("POST /api/v1/score lets what waits know when its time is over", async () => {
  const dropped = Promise.withResolvers<unknown>();
  const waiting = createApp({
    ...deps,
    releases: {
      ...deps.releases,
      score: (_readings, _id, _choice, signal) =>
        new Promise((_, reject) =>
          signal!.addEventListener("abort", () => {
            reject(signal!.reason);
            dropped.resolve(signal!.reason);
          })
        ),
    },
  }, { requestSeconds: 0.01 });
  const { status } = await waiting.request("/api/v1/score", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      readings: [{ meter: "room-2-01", ts: new Date(NOON).toISOString(), kwh: 1 }],
    }),
  });
  assert.equal(status, 504);
  assert.equal((await dropped.promise as { status: number }).status, 504);
});
