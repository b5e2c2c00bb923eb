import assert from "node:assert/strict";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { table } from "../tables/mod.ts";
import { scoreReadings } from "./score_readings.ts";

const hour = { meter: "r1", ts: "1970-01-01T01:00:00Z", kwh: 9, expected_kwh: null, score: 0.9 };
const reason = { feature: "change_168h", value: null, usual: 0, drop: 0.25 };
const event = {
  meter: "r1",
  start: "1970-01-01T01:00:00Z",
  end: "1970-01-01T02:00:00Z",
  hours: 1,
  peak_score: 0.9,
  peak_ts: "1970-01-01T01:00:00Z",
  excess_kwh: null,
  reasons: [reason],
};

/** A server that answers all requests alike, and what it was sent. */
function answering(status: number, answer: unknown) {
  const bodies: unknown[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    assert.equal(new URL(request.url).pathname, "/api/v1/score");
    bodies.push(await request.json());
    return Response.json(answer, { status });
  });
  return {
    bodies,
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("scoreReadings() sends rows of a table or of one's own, and gives tables back", async () => {
  await using server = answering(200, { scores: [{ ...hour, label: 1 }], events: [event] });
  const readings = table([{ meter_id: "r1", ts: new Date(3_600_000), kwh: 9, beds: 2 }]);
  const answer = await scoreReadings(server.url, readings);
  await scoreReadings(server.url, [{ meter_id: "r1", ts: "1970-01-01T02:00+01:00", kwh: 9 }]);
  assert.deepEqual(server.bodies, [
    { readings: [{ meter: "r1", ts: "1970-01-01T01:00:00.000Z", kwh: 9 }] },
    { readings: [{ meter: "r1", ts: "1970-01-01T02:00+01:00", kwh: 9 }] },
  ]);
  assert.deepEqual(answer.scores.objects(), [
    { meter_id: "r1", ts: 3_600_000, kwh: 9, expected_kwh: NaN, score: 0.9, label: true },
  ]);
  assert.deepEqual(answer.events.objects(), [{
    meter_id: "r1",
    start: 3_600_000,
    end: 7_200_000,
    hours: 1,
    peak_score: 0.9,
    peak_ts: 3_600_000,
    excess_kwh: NaN,
  }]);
  assert.deepEqual(answer.reasons.objects(), [
    { meter_id: "r1", start: 3_600_000, feature: "change_168h", value: NaN, usual: 0, drop: 0.25 },
  ]);
  assert.equal(
    answer[JUPYTER_DISPLAY]()["text/plain"],
    "hours: 1, anomalous: 1, events: 1",
  );
});

Deno.test("scoreReadings() tells what the server says is wrong", async () => {
  const detail = "Cannot score readings[0].ts: expected an ISO 8601 time with zone";
  await using server = answering(400, { detail });
  const readings = [{ meter_id: "r1", ts: "yesterday", kwh: 1 }];
  await assert.rejects(scoreReadings(server.url, readings), { message: detail });
});
