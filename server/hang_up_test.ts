import assert from "node:assert/strict";
import { createApp } from "./app.ts";
import type { AppDeps } from "./deps.ts";
import { HOSTEL_END, hostelDeps } from "./hostel_deps_fixture.ts";
import { HungUpError } from "./hung_up_error.ts";

const HOUR = 3_600_000;
const JSON_TYPE = "application/json";
const NDJSON = "application/x-ndjson";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());

function reading(hour: number) {
  return { meter: "room-2-01", ts: new Date(HOSTEL_END + hour * HOUR).toISOString(), kwh: 0.5 };
}

/** The rejections of a server by their reasons. */
async function rejections(app: ReturnType<typeof createApp>): Promise<Record<string, number>> {
  const text = await (await app.request("/metrics")).text();
  return Object.fromEntries(
    [...text.matchAll(/^wattbook_rejections_total\{reason="(\w+)"\} (\d+)$/gm)]
      .map(([, reason, count]) => [reason, Number(count)]),
  );
}

/** An app whose scoring waits until it is let go, behind a socket; and what became of it. */
async function withServer(
  test: (served: {
    app: ReturnType<typeof createApp>;
    /** Opens a connection and sends a text. */
    send(text: string): Promise<Deno.TcpConn>;
    /** Resolves when scoring was begun. */
    begun: Promise<void>;
    /** Resolves with the reason for which scoring was given up. */
    givenUp: Promise<unknown>;
    told: unknown[];
  }) => Promise<void>,
): Promise<void> {
  const begun = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<unknown>();
  const told: unknown[] = [];
  const wait = <T>(signal?: AbortSignal): Promise<T> => {
    begun.resolve();
    return new Promise((_, reject) =>
      signal?.addEventListener("abort", () => {
        givenUp.resolve(signal.reason);
        reject(signal.reason);
      })
    );
  };
  const session = {
    ...deps.model.session,
    score: (_: unknown, { signal } = {} as { signal?: AbortSignal }) => wait<never>(signal),
  };
  const models: AppDeps["models"] = {
    ...deps.models,
    lease(choice) {
      const lease = deps.models.lease(choice);
      return { ...lease, model: { ...lease.model, session } };
    },
  };
  const app = createApp({
    ...deps,
    models,
    scoreReadings: (_model, _readings, signal) => wait(signal),
    releases: { ...deps.releases, score: (_readings, _id, _choice, signal) => wait(signal) },
    probation: { answered: (...answered) => void told.push(answered) },
    reportFailure: (error) => void told.push(error),
  });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  async function send(text: string): Promise<Deno.TcpConn> {
    const sender = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
    await sender.write(new TextEncoder().encode(text));
    return sender;
  }
  await test({ app, send, begun: begun.promise, givenUp: givenUp.promise, told });
  await server.shutdown();
}

function post(path: string, type: string, body: string, length = body.length): string {
  return `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\n` +
    `content-length: ${length}\r\n\r\n${body}`;
}

const row = { dataframe_split: { columns: deps.model.columns, data: [[0, 0]] } };
const tensor = { name: "features", datatype: "FP32", shape: [1, 2], data: [0, 0] };
const waiting = [
  post("/invocations", JSON_TYPE, JSON.stringify(row)),
  post("/v2/models/energy-anomaly/infer", JSON_TYPE, JSON.stringify({ inputs: [tensor] })),
  post("/api/v1/score", JSON_TYPE, JSON.stringify({ readings: [reading(-1)] })),
  post("/api/v1/score/stream", NDJSON, `${JSON.stringify(reading(-1))}\n`),
  // More of it may come.
  post("/api/v1/score/stream", NDJSON, `${JSON.stringify(reading(-1))}\n`, 10_000),
];

for (const text of waiting) {
  const [line] = text.split("\r\n");
  Deno.test(`${line} of ${text.length} bytes is given up when its sender hangs up`, async () => {
    await withServer(async ({ app, send, begun, givenUp, told }) => {
      const before = (await rejections(app)).hung_up ?? 0;
      const sender = await send(text);
      await begun;
      sender.close();
      assert.ok(await givenUp instanceof HungUpError);
      // The refusal that nobody reads is written meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal((await rejections(app)).hung_up, before + 1);
      assert.deepEqual(told, []);
    });
  });
}

Deno.test("a sender that hangs up inside its body is counted, and nothing is reported", async () => {
  await withServer(async ({ app, send, told }) => {
    const before = (await rejections(app)).hung_up ?? 0;
    const half = '{"dataframe_split": {';
    for (const path of ["/invocations", "/v2/models/energy-anomaly/infer"]) {
      (await send(post(path, JSON_TYPE, half, 1000))).close();
    }
    (await send(post("/api/v1/score/stream", NDJSON, '{"met', 1000))).close();
    while ((await rejections(app)).hung_up !== before + 3) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual(told, []);
  });
});
