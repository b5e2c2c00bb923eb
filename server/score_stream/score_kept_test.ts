import assert from "node:assert/strict";
import type { Reading } from "../../data/mod.ts";
import { UnknownMeterError } from "../../pipelines/mod.ts";
import { OffGridError } from "../../pipelines/realtime/mod.ts";
import { openMeterStream } from "./meter_stream.ts";
import { scoreKept } from "./score_kept.ts";

Deno.test("scoreKept() names the lines of unknown meters and odd times, and scores the rest", async () => {
  const sent = [["attic", 0], ["b1", 0], ["b1", 7], ["loft", 1], ["b1", 60], ["b1", 67]].map(
    ([meterId, minute], i) => ({
      line: i + 1,
      reading: { meterId: String(meterId), ts: Number(minute) * 60_000, kwh: 1 },
    }),
  );
  const meters = new Map(["attic", "b1", "loft"].map((id) => [id, openMeterStream()]));
  for (const { reading } of sent) meters.get(reading.meterId)?.keep(reading);
  const asked: number[] = [];
  const score = (readings: readonly Reading[]) => {
    asked.push(readings.length);
    if (readings.some(({ meterId }) => meterId !== "b1")) {
      return Promise.reject(new UnknownMeterError(["attic", "loft"]));
    }
    const odd = readings.flatMap(({ ts }, place) =>
      ts % 3_600_000 === 0 ? [] : [{ place, ts, intervalMinutes: 60 }]
    );
    return odd.length === 0 ? Promise.resolve([]) : Promise.reject(new OffGridError(odd));
  };
  const { errors } = await scoreKept(["attic", "b1", "loft"], meters, sent, score);
  assert.deepEqual(errors.map(({ line, errors }) => [line, errors[0].field]), [
    [1, "meter"],
    [4, "meter"],
    [3, "ts"],
    [6, "ts"],
  ]);
  assert.deepEqual(asked, [6, 4, 2]);
  assert.deepEqual([...meters.keys()], ["b1"]);
  assert.deepEqual(meters.get("b1")?.readings.map(({ ts }) => ts), [0, 3_600_000]);
});

Deno.test("scoreKept() hands on what is no fault of a line", async () => {
  const meter = openMeterStream();
  const reading = { meterId: "b1", ts: 0, kwh: 1 };
  meter.keep(reading);
  const failure = new Error("the disk is full");
  const score = () => Promise.reject(failure);
  await assert.rejects(
    scoreKept(["b1"], new Map([["b1", meter]]), [{ line: 1, reading }], score),
    failure,
  );
});
