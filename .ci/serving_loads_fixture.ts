/** What `serving_bench.ts` measures: loads of many shapes, overload, and an alias that moves. */
import { join } from "node:path";
import { openSession } from "../models/onnx/session.ts";
import { createModelVersion, searchModelVersions, setModelAlias } from "../registry/mod.ts";
import { openEmbeddedTracking } from "../registry/tracking_server/mod.ts";
import type { BenchServer } from "./bench_server_fixture.ts";
import { generateLoad, type Load, type LoadOutcome } from "./http_load_fixture.ts";
import { MANY_ROWS, ours, type Peer, type Served } from "./serving_peers_fixture.ts";
import { head, outcomeLine, rateOf } from "./serving_report_fixture.ts";

const JSON_TYPE = "application/json";

type Send = (
  load: Pick<Load, "connections" | "rate"> & { many?: boolean; seconds?: number },
) => Promise<LoadOutcome>;

function sender({ url }: BenchServer, { path, bodies }: Peer, seconds: number): Send {
  return ({ many = false, ...load }) =>
    generateLoad({
      port: Number(new URL(url).port),
      path,
      contentType: JSON_TYPE,
      body: many ? bodies.many : bodies.one,
      seconds,
      ...load,
    });
}

/** Rows a second of the model alone, on one thread, a thousand rows at a time. */
export async function bareLoop(
  { folder, columns, tensor }: Served,
  seconds: number,
): Promise<number> {
  const session = await openSession(await Deno.readFile(join(folder, "model.onnx")));
  const [{ data }] = JSON.parse(tensor.many).inputs;
  const values = Float32Array.from(data, (value: number | null) => value ?? NaN);
  const x = { columns, rows: MANY_ROWS, values };
  await session.score(x);
  const begin = performance.now();
  let rows = 0;
  while (performance.now() - begin < seconds * 1000) {
    await session.score(x);
    rows += MANY_ROWS;
  }
  const spent = (performance.now() - begin) / 1000;
  await session.close();
  return rows / spent;
}

/** Everything that is measured of a server. */
export async function measure(
  peer: Peer,
  seconds: number,
  bare: number,
): Promise<void> {
  let capacity: number;
  {
    await using server = await peer.start();
    const send = sender(server, peer, seconds);
    console.log(
      `\n${server.name}: ${server.coldStart.toFixed(2)} s to the first score, ` +
        `${(await server.memory()).toFixed(0)} MB then\n`,
    );
    head();
    await send({ connections: 16, seconds: seconds / 2 });
    capacity = 0;
    for (const connections of [1, 4, 16, 64, 256]) {
      const outcome = await send({ connections });
      if (connections === 16) capacity = rateOf(outcome);
      outcomeLine(`one row, ${connections} connections`, outcome);
    }
    const many = await send({ connections: 4, many: true });
    outcomeLine(`${MANY_ROWS} rows, 4 connections`, many, MANY_ROWS);
    console.log(
      `\n${(await server.memory()).toFixed(0)} MB after all of this; ` +
        `${MANY_ROWS} rows at a time run at ${
          (rateOf(many) * MANY_ROWS / bare * 100).toFixed(0)
        } % ` +
        `of the bare loop`,
    );
    if (server.name === "Wattbook") await overload(server, send, capacity, seconds);
  }
  await using server = await peer.start(0);
  const send = sender(server, peer, seconds);
  await send({ connections: 64, rate: 300, seconds: seconds / 2 });
  console.log("\nOn one core, requests sent on time:\n");
  head();
  for (const rate of [100, 1000]) {
    if (rate > 2 * capacity) continue;
    outcomeLine(`one row, ${rate} requests a second`, await send({ connections: 256, rate }));
  }
}

/**
 * A client beside a load, a process of its own with little to do: what it waits for is the server,
 * while a busy generator also waits for itself.
 */
const BYSTANDER = { connections: 64, rate: 100 };

/** Five times what it can do, and whether it is itself again afterwards. */
async function overload(
  server: BenchServer,
  send: Send,
  capacity: number,
  seconds: number,
): Promise<void> {
  const usual = { connections: 256, rate: capacity / 2, seconds };
  async function watched(name: string, load: typeof usual): Promise<LoadOutcome> {
    const [outcome, beside] = await Promise.all([
      send(load),
      send({ ...BYSTANDER, seconds: load.seconds }),
    ]);
    outcomeLine(name, outcome);
    outcomeLine("a client beside it", beside);
    return outcome;
  }
  console.log("\nRequests sent on time:\n");
  head();
  await watched("half of what it can do", usual);
  const before = await server.memory();
  const fivefold = { connections: 1000, rate: 5 * capacity, seconds: 6 * seconds };
  const flood = await watched("five times what it can do", fivefold);
  const after = await server.memory();
  await watched("half again, at once", usual);
  console.log(
    `\nrefusals came after ${flood.refused.p50.toFixed(1)} ms (p50) and ` +
      `${flood.refused.p99.toFixed(1)} ms (p99); ${flood.unsent} requests found none of the 1000 ` +
      `connections free; memory ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`,
  );
}

/** The champion's alias is moved every second while clients ask for it. */
export async function moveAlias(home: string, served: Served, seconds: number): Promise<void> {
  using tracking = openEmbeddedTracking({ home: join(home, "mlflow"), now: Date.now });
  const { client } = tracking;
  const [known] = await Array.fromAsync(searchModelVersions(client));
  const { name, source, runId } = known;
  const added = await createModelVersion(client, { name, source, runId });
  await using server = await ours(home, served).start();
  let moves = 0;
  const move = () =>
    setModelAlias(client, {
      name,
      alias: "champion",
      version: [added, known][moves++ % 2].version,
    });
  const timer = setInterval(move, 1000);
  const { answers, marks } = await generateLoad({
    port: Number(new URL(server.url).port),
    path: `/v2/models/${name}/infer`,
    contentType: JSON_TYPE,
    body: served.tensor.one,
    connections: 16,
    seconds,
    mark: '"model_version":"(\\d+)"',
  });
  clearInterval(timer);
  const told = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([key, count]) => `${count} × ${key}`).join(", ");
  console.log(
    `\nThe alias moved ${moves} times in ${seconds} s: answers by status ${told(answers)}; ` +
      `by the version that they name ${told(marks)}`,
  );
}
