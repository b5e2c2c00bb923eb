import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import type { AppDeps } from "../deps.ts";
import { FAULTS, FAULTY_METER, HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
import type { ScoreStreamLine } from "../schemas/score_stream.ts";

const HOUR = 3_600_000;
const METERS = ["room-2-01", "room-4-01", FAULTY_METER];
const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);
const encoder = new TextEncoder();

interface SentReading {
  readonly meter: string;
  readonly ts: string;
  readonly kwh: number;
}

/** Twenty-eight days of three rooms, by time, other than the lake has them; with three gaps. */
function sentReadings(): SentReading[] {
  const from = HOSTEL_END - 28 * 24 * HOUR;
  return Array.from({ length: 28 * 24 }, (_, i) => from + i * HOUR).flatMap((ts) =>
    METERS.filter((_, room) => (ts / HOUR) % 97 !== room).map((meter) => {
      const fault = FAULTS.find(({ start, hours }) => ts >= start && ts < start + hours * HOUR);
      const kwh = 0.5 + (ts / HOUR * 7 % 24) / 50;
      return {
        meter,
        ts: new Date(ts).toISOString(),
        kwh: fault && meter !== "room-2-01" ? 5 * kwh * fault.factor : kwh,
      };
    })
  );
}

async function ask(
  body: BodyInit,
  { at = app, query = "" }: { at?: typeof app; query?: string } = {},
): Promise<Response> {
  return await at.request(`/api/v1/score/stream${query}`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body,
  });
}

async function answer(body: BodyInit, at = app): Promise<ScoreStreamLine[]> {
  const text = await (await ask(body, { at })).text();
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

function ndjson(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** The lines of one type in the order of one answer, without the type. */
function told(lines: readonly ScoreStreamLine[], type: ScoreStreamLine["type"]): unknown[] {
  const own = lines.filter((line) => line.type === type)
    .map(({ type: _, ...line }) => line as Record<string, unknown>);
  const key = (line: Record<string, unknown>) => `${line.meter} ${line.ts ?? line.start}`;
  return own.sort((a, b) => key(a) < key(b) ? -1 : 1);
}

Deno.test("POST /api/v1/score/stream tells what one request with all readings is told, however they come", async () => {
  const readings = sentReadings();
  const response = await app.request("/api/v1/score", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ readings }),
  });
  const whole = await response.json();
  assert.ok(whole.events.length >= 4, `${whole.events.length} events`);

  const byMeter = METERS.flatMap((meter) => readings.filter((reading) => reading.meter === meter));
  const bytes = encoder.encode(ndjson(readings));
  // The pauses make batches end in the midst of events.
  const places = [0, 0.3, 0.55, 0.8, 0.9, 1].map((share) => Math.floor(share * bytes.length));
  const inPieces = ReadableStream.from(
    paused(places.slice(1).map((to, i) => bytes.slice(places[i], to))),
  );
  for (const body of [ndjson(readings), ndjson(byMeter), inPieces]) {
    const lines = await answer(body);
    assert.deepEqual(lines[0], { type: "model", model: whole.model });
    assert.deepEqual(told(lines, "score"), whole.scores);
    assert.deepEqual(told(lines, "not_scored"), whole.not_scored);
    assert.deepEqual(told(lines, "event"), whole.events);
    assert.deepEqual(lines.at(-1), {
      type: "summary",
      lines: readings.length,
      readings: readings.length,
      scores: whole.scores.length,
      not_scored: whole.not_scored.length,
      events: whole.events.length,
      errors: 0,
    });
  }
});

async function* paused(pieces: readonly Uint8Array[]) {
  for (const piece of pieces) {
    yield piece;
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}

Deno.test("POST /api/v1/score/stream answers bad lines by their numbers and scores the others", async () => {
  const at = (hour: number) => new Date(HOSTEL_END + hour * HOUR).toISOString();
  const good = { meter: "room-2-01", kwh: 0.5 };
  const lines = await answer(
    `${JSON.stringify({ ...good, ts: at(-3) })}\n` +
      `{"meter": \n\n` +
      `${JSON.stringify({ ...good, ts: at(-2), kwh: -1 })}\n` +
      `${JSON.stringify({ ...good, ts: at(-2), meter: "attic" })}\n`.repeat(2) +
      `${JSON.stringify({ ...good, ts: at(-3) })}\n` +
      `${JSON.stringify({ ...good, ts: at(-2.5) })}\n` +
      `${"x".repeat(5000)}\n` +
      `${JSON.stringify({ ...good, ts: at(-1) })}`,
  );
  assert.deepEqual(
    lines.flatMap((line) => line.type === "error" ? [[line.line, line.detail]] : [])
      .sort(([a], [b]) => Number(a) - Number(b)),
    [
      [2, "Cannot read the body as JSON: expected value at line 2, column 11, got the end"],
      [4, "Cannot score kwh of line 4: Too small: expected number to be >=0"],
      [5, 'Cannot score meter of line 5: meter "attic" is unknown'],
      [6, 'Cannot score meter of line 6: meter "attic" is unknown'],
      [
        7,
        `Cannot score line 7: expected a time after ${at(-3)}, the meter's last, got ${at(-3)}`,
      ],
      [
        8,
        `Cannot score ts of line 8: expected a time on the meter's grid of 60 minutes, got ${
          at(-2.5)
        }`,
      ],
      [9, "Cannot score line 9: expected at most 4096 bytes, got more"],
    ],
  );
  assert.deepEqual(told(lines, "score").map((hour) => (hour as SentReading).ts), [at(-3), at(-1)]);
  assert.deepEqual(lines.at(-1), {
    type: "summary",
    lines: 10,
    readings: 2,
    scores: 2,
    not_scored: 0,
    events: 0,
    errors: 7,
  });
});

Deno.test("POST /api/v1/score/stream answers an hour before the body ends", async () => {
  const { readable, writable } = new TransformStream<Uint8Array>();
  const writer = writable.getWriter();
  const response = await ask(readable);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => JSON.parse((await reader.read()).value ?? "null");
  assert.equal((await next()).type, "model");
  const send = (hour: number) => {
    const ts = new Date(HOSTEL_END + hour * HOUR).toISOString();
    return writer.write(encoder.encode(ndjson([{ meter: "room-2-01", ts, kwh: 0.5 }])));
  };
  void send(-3);
  void send(-2);
  const { type, ts } = await next();
  assert.deepEqual([type, ts], ["score", new Date(HOSTEL_END - 3 * HOUR).toISOString()]);
  void writer.close();
  assert.equal((await next()).type, "score");
  assert.equal((await next()).type, "summary");
});

Deno.test("POST /api/v1/score/stream reads no further than its reader reads", async () => {
  let sent = 0;
  const piece = encoder.encode(`${"x".repeat(100)}\n`.repeat(100));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent++;
      controller.enqueue(piece);
    },
  }, { highWaterMark: 0 });
  const response = await ask(body);
  const reader = response.body!.getReader();
  for (let i = 0; i < 4; i++) await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(sent <= 6, `${sent} pieces`);
  await reader.cancel();
});

Deno.test("POST /api/v1/score/stream ends its work and gives the model back when its reader goes", async () => {
  let leases = 0;
  const models: AppDeps["models"] = {
    ...deps.models,
    lease(choice) {
      const lease = deps.models.lease(choice);
      leases++;
      return { ...lease, [Symbol.dispose]: () => void (leases--, lease[Symbol.dispose]()) };
    },
  };
  const watched = createApp({ ...deps, models });
  let cancelled = false;
  const response = await ask(
    new ReadableStream({ cancel: () => void (cancelled = true) }),
    { at: watched },
  );
  const reader = response.body!.getReader();
  await reader.read();
  assert.equal(leases, 1);
  await reader.cancel();
  assert.deepEqual([leases, cancelled], [0, true]);
});

Deno.test("POST /api/v1/score/stream ends with a failure that tells nothing, and reports it", async () => {
  const told: unknown[] = [];
  const failure = new Error("the disk at /secret is full");
  const failing = createApp({
    ...deps,
    scoreReadings: () => Promise.reject(failure),
    reportFailure: (error) => void told.push(error),
  });
  const ts = new Date(HOSTEL_END - HOUR).toISOString();
  const lines = await answer(ndjson([{ meter: "room-2-01", ts, kwh: 1 }]), failing);
  assert.deepEqual(lines.map(({ type }) => type), ["model", "failure"]);
  assert.match(JSON.stringify(lines[1]), /Cannot answer as the server failed: request [0-9a-f-]+/);
  assert.deepEqual(told, [failure]);
});

Deno.test("POST /api/v1/score/stream holds four streams, and refuses an unknown version", async () => {
  const crowded = createApp(deps);
  const open = await Promise.all(
    Array.from({ length: 4 }, () => ask(new ReadableStream(), { at: crowded })),
  );
  const refused = await ask("", { at: crowded });
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "5"]);
  await refused.body?.cancel();
  for (const { body } of open) await body?.cancel();
  const missing = await ask("", { at: crowded, query: "?version=9" });
  assert.equal(missing.status, 404);
  assert.equal(
    (await missing.json()).detail,
    "Cannot find a model version 9: loaded are energy-anomaly/3",
  );
});

Deno.test("POST /api/v1/score/stream answers what was sent when the server stops, and says so", async () => {
  const stopped = createApp(deps);
  const { readable, writable } = new TransformStream<Uint8Array>();
  const writer = writable.getWriter();
  const response = await ask(readable, { at: stopped });
  const sent = [-3, -2].map((hour) => ({
    meter: "room-2-01",
    ts: new Date(HOSTEL_END + hour * HOUR).toISOString(),
    kwh: 0.5,
  }));
  const text = response.text();
  await writer.write(encoder.encode(ndjson(sent)));
  const drained = stopped.drain();
  const refused = await ask("", { at: stopped });
  assert.deepEqual([refused.status, refused.headers.get("connection")], [503, "close"]);
  const lines: ScoreStreamLine[] = (await text).trimEnd().split("\n")
    .map((line) => JSON.parse(line));
  await drained;
  assert.deepEqual(lines.map(({ type }) => type), ["model", "score", "score", "summary"]);
  assert.deepEqual(lines.at(-1), {
    type: "summary",
    lines: 2,
    readings: 2,
    scores: 2,
    not_scored: 0,
    events: 0,
    errors: 0,
    reason: "The server is stopping: send what follows line 2 to another",
  });
});
