/**
 * Readings a second and waiting times of `POST /api/v1/score`, over HTTP, from this process to a
 * `deno task serve` of its own, on a home in which a model was trained. The readings are those of
 * the last two weeks as if they came again right after them, so that each has its hour of week;
 * "first" is the first request of its meters' day, which makes what is known at its dawn.
 *
 * `deno run --allow-read --allow-write --allow-env --allow-run --allow-net=127.0.0.1 --allow-ffi --allow-sys .ci/score_bench.ts HOME`
 */
import { join } from "node:path";
import { openDatabase } from "../data/duckdb/mod.ts";
import { openLake } from "../data/mod.ts";

const SECONDS = 15;
const HOUR_MS = 3_600_000;

/** A reading as the server takes it. */
interface SentReading {
  readonly meter: string;
  readonly ts: string;
  readonly kwh: number;
}

/** What clients send. */
interface Shape {
  readonly name: string;
  readonly connections: number;
  readonly metersEach: number;
  readonly hours: number;
}

const shapes: readonly Shape[] = [
  { name: "1 meter, newest hour", connections: 1, metersEach: 1, hours: 1 },
  { name: "1 meter, newest hour", connections: 32, metersEach: 1, hours: 1 },
  { name: "1 meter, 200 hours", connections: 1, metersEach: 1, hours: 200 },
  { name: "all meters, newest hour", connections: 1, metersEach: Infinity, hours: 1 },
  { name: "all meters, 24 hours of a day", connections: 1, metersEach: Infinity, hours: 24 },
  { name: "all meters, 24 hours of a day", connections: 3, metersEach: Infinity, hours: 24 },
  { name: "all meters, 24 hours of a day", connections: 4, metersEach: Infinity, hours: 24 },
  { name: "5 meters each, 24 hours of a day", connections: 8, metersEach: 5, hours: 24 },
  { name: "all meters, 168 hours", connections: 1, metersEach: Infinity, hours: 168 },
];

/** By meter, in time order. */
async function nextReadings(home: string, dataset: string): Promise<Map<string, SentReading[]>> {
  await using db = await openDatabase();
  const { to } = await openLake(db, home, dataset);
  const hours = 14 * 24;
  const rows = await db.rows<{ meter: string; ts: number; kwh: number }>(`
    SELECT meter_id AS meter, ts + INTERVAL ${hours} HOURS AS ts, kwh FROM readings
    WHERE epoch_ms(ts) > ${to - hours * HOUR_MS} ORDER BY meter_id, ts`);
  const readings = new Map<string, SentReading[]>();
  for (const { meter, ts, kwh } of rows) {
    const own = readings.get(meter) ?? [];
    own.push({ meter, ts: new Date(ts).toISOString(), kwh });
    readings.set(meter, own);
  }
  return readings;
}

/** The bodies that the connections send in turn. */
function bodiesOf(readings: ReadonlyMap<string, SentReading[]>, shape: Shape): string[][] {
  const meters = [...readings.keys()];
  return Array.from({ length: shape.connections }, (_, connection) => {
    const each = Math.min(shape.metersEach, meters.length);
    const own = Array.from(
      { length: each },
      (_, i) => meters[(connection * each + i) % meters.length],
    );
    const body = own.flatMap((meter) => readings.get(meter)!.slice(0, shape.hours));
    return [JSON.stringify({ readings: body }), String(body.length)];
  });
}

async function measure(url: string, bodies: readonly string[][]) {
  const waits: number[] = [];
  let sent = 0;
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  await Promise.all(bodies.map(async ([body, count]) => {
    while (performance.now() < end) {
      const start = performance.now();
      const response = await fetch(`${url}/api/v1/score`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`Cannot time an answer of ${response.status}: ${text}`);
      waits.push(performance.now() - start);
      sent += Number(count);
    }
  }));
  const seconds = (performance.now() - begin) / 1000;
  waits.sort((a, b) => a - b);
  const quantile = (share: number) =>
    waits[Math.min(waits.length - 1, Math.floor(share * waits.length))];
  return { perSecond: sent / seconds, p50: quantile(0.5), p95: quantile(0.95), n: waits.length };
}

async function startServer(home: string, dataset: string) {
  const project = new URL("..", import.meta.url).pathname;
  const { tasks } = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
  const [, ...args] = tasks.serve.command.split(" ");
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args, "--dataset", dataset],
    env: { WATTBOOK_HOME: home, WATTBOOK_PORT: "0" },
    cwd: project,
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let said = "";
  for await (
    const text of child.stdout.pipeThrough(new TextDecoderStream()).values({
      preventCancel: true,
    })
  ) {
    said += text;
    const url = /on (http:\S+)\n/.exec(said)?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`Cannot time a server that does not start: it said ${JSON.stringify(said)}`);
}

if (import.meta.main) {
  const [home, only = ""] = Deno.args;
  const [dataset] = [...Deno.readDirSync(join(home, "lake"))].filter(({ isDirectory, name }) =>
    isDirectory && !name.includes(".")
  ).map(({ name }) => name);
  const readings = await nextReadings(home, dataset);
  const { url, child } = await startServer(home, dataset);
  try {
    console.log(
      `${dataset}, ${readings.size} meters; ${SECONDS} s a line\n\n` +
        "| a request | connections | readings/s | requests | p50 ms | p95 ms | first ms |\n|---|---|---|---|---|---|---|",
    );
    for (const shape of shapes.filter(({ name }) => name.includes(only))) {
      const bodies = bodiesOf(readings, shape);
      const first = performance.now();
      await fetch(`${url}/api/v1/score`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: bodies[0][0],
      }).then((response) => response.text());
      const warm = performance.now() - first;
      const { perSecond, p50, p95, n } = await measure(url, bodies);
      console.log(
        `| ${shape.name} | ${shape.connections} | ${Math.round(perSecond)} | ${n} | ${
          Math.round(p50)
        } | ${Math.round(p95)} | ${Math.round(warm)} |`,
      );
    }
  } finally {
    child.kill("SIGTERM");
    await child.status;
  }
}
