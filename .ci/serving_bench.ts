/**
 * Times `deno task serve` and `mlflow models serve` at the same ONNX model and the same requests, one
 * after the other, on this machine, and prints tables in Markdown. The load comes from a process of
 * its own. Needs Linux, a home with a registered model, and an MLflow in the Python that
 * WATTBOOK_INTEROP_PYTHON names.
 *
 * `deno task bench:serving -- --home FOLDER [--seconds N] [--only ours]`
 */
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { createModelVersion, searchModelVersions, setModelAlias } from "../registry/mod.ts";
import { openEmbeddedTracking } from "../registry/tracking_server/mod.ts";
import { openSession } from "../models/onnx/session.ts";
import { type BenchServer, startServer, taskArguments } from "./bench_server_fixture.ts";
import { generateLoad, type Load, type LoadOutcome } from "./http_load_fixture.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const help = `Times deno task serve and mlflow models serve at the same model and requests.

Usage: deno task bench:serving -- --home FOLDER [--seconds N] [--only ours]

  --home FOLDER  A home with a trained model, such as deno task demo leaves; it is copied
  --seconds N    Seconds of each load (default 10); overload and moves take six times as long
  --only ours    Leaves MLflow's server out
  --help         Show this text`;

const MANY_ROWS = 1000;
const json = { "content-type": "application/json" };

/** What both servers serve. */
interface Served {
  /** Folder of the model package. */
  readonly folder: string;
  /** Bodies of `/invocations`. */
  readonly oneRow: string;
  readonly manyRows: string;
}

type Send = (
  load: Pick<Load, "connections" | "rate"> & { many?: boolean; seconds?: number },
) => Promise<LoadOutcome>;

async function findModel(home: string): Promise<Served> {
  const folders: string[] = [];
  async function walk(folder: string): Promise<void> {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      if (name === "MLmodel") folders.push(folder);
      if (isDirectory) await walk(join(folder, name));
    }
  }
  await walk(join(home, "mlflow", "artifacts"));
  const made = await Promise.all(folders.map(async (folder) => ({
    folder,
    onnx: await Deno.stat(join(folder, "model.onnx")).then(({ mtime }) => Number(mtime), () => 0),
  })));
  const { folder } = made.sort((a, b) => b.onnx - a.onnx)[0];
  const { columns, data } = JSON.parse(await Deno.readTextFile(join(folder, "input_example.json")));
  const rows = (count: number) => Array.from({ length: count }, (_, i) => data[i % data.length]);
  const body = (count: number) =>
    JSON.stringify({ dataframe_split: { columns, data: rows(count) } });
  return { folder, oneRow: body(1), manyRows: body(MANY_ROWS) };
}

async function startOurs(home: string, { oneRow }: Served, core?: number): Promise<BenchServer> {
  const args = await taskArguments("serve");
  const first = { path: "/invocations", init: { method: "POST", headers: json, body: oneRow } };
  return await startServer("Wattbook", first, (port) => ({
    ...bound(core, Deno.execPath(), args),
    env: { WATTBOOK_HOME: home, WATTBOOK_PORT: String(port), WATTBOOK_RELOAD_SECONDS: "0.2" },
  }));
}

function startTheirs(
  python: string,
  { folder, oneRow }: Served,
  core?: number,
): Promise<BenchServer> {
  const first = { path: "/invocations", init: { method: "POST", headers: json, body: oneRow } };
  return startServer("mlflow models serve", first, (port) => ({
    ...bound(core, python, [
      ...["-m", "mlflow", "models", "serve", "--model-uri", folder, "--env-manager", "local"],
      ...["--host", "127.0.0.1", "--port", String(port)],
    ]),
    env: {
      MLFLOW_DISABLE_TELEMETRY: "true",
      GIT_PYTHON_REFRESH: "quiet",
      // Without it a database is left in the folder that it is started in.
      MLFLOW_TRACKING_URI: `sqlite:///${folder}.db`,
      // MLflow looks for uvicorn among the programs.
      PATH: `${dirname(python)}:${Deno.env.get("PATH")}`,
    },
  }));
}

/** A program on one core, or on all. */
function bound(core: number | undefined, program: string, args: string[]) {
  if (core === undefined) return { program, args };
  return { program: "taskset", args: ["--cpu-list", String(core), program, ...args] };
}

function sender({ url }: BenchServer, served: Served, seconds: number): Send {
  return ({ many = false, ...load }) =>
    generateLoad({
      port: Number(new URL(url).port),
      path: "/invocations",
      contentType: json["content-type"],
      body: many ? served.manyRows : served.oneRow,
      seconds,
      ...load,
    });
}

/** Rows a second of the model alone, on one thread, a thousand rows at a time. */
async function bareLoop({ folder, manyRows }: Served, seconds: number): Promise<number> {
  const session = await openSession(await Deno.readFile(join(folder, "model.onnx")));
  const { data } = JSON.parse(manyRows).dataframe_split;
  const values = Float32Array.from(data.flat(), (value: number | null) => value ?? NaN);
  const x = { columns: session.columns, rows: MANY_ROWS, values };
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

/** Answers with status 200 a second. */
function rateOf({ answers, seconds }: LoadOutcome): number {
  return (answers["200"] ?? 0) / seconds;
}

function line(name: string, ...figures: readonly (number | string)[]): void {
  const texts = figures.map((figure) =>
    typeof figure === "string" ? figure : figure >= 1000 ? figure.toFixed(0) : figure.toPrecision(3)
  );
  console.log(`| ${[name, ...texts].join(" | ")} |`);
}

function outcomeLine(name: string, outcome: LoadOutcome, rows = 1): void {
  const { ok: { p50, p95, p99 }, answers } = outcome;
  const { "200": _, ...others } = answers;
  const refused = Object.entries(others).map(([status, count]) => `${count} × ${status}`).join();
  line(name, rateOf(outcome) * rows, p50, p95, p99, refused || "none");
}

async function measure(
  start: (core?: number) => Promise<BenchServer>,
  served: Served,
  seconds: number,
  bare: number,
): Promise<void> {
  let capacity: number;
  {
    await using server = await start();
    const send = sender(server, served, seconds);
    console.log(
      `\n${server.name}: ${server.coldStart.toFixed(2)} s to the first score, ` +
        `${(await server.memory()).toFixed(0)} MB then\n`,
    );
    console.log("| load | rows a second | p50, ms | p95, ms | p99, ms | not answered |");
    console.log("| --- | --: | --: | --: | --: | --: |");
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
  await using server = await start(0);
  const send = sender(server, served, seconds);
  await send({ connections: 64, rate: 300, seconds: seconds / 2 });
  console.log("\nOn one core, requests sent on time:\n");
  console.log("| load | rows a second | p50, ms | p95, ms | p99, ms | not answered |");
  console.log("| --- | --: | --: | --: | --: | --: |");
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
  console.log("| load | rows a second | p50, ms | p95, ms | p99, ms | not answered |");
  console.log("| --- | --: | --: | --: | --: | --: |");
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
async function moveAlias(home: string, served: Served, seconds: number): Promise<void> {
  using tracking = openEmbeddedTracking({ home: join(home, "mlflow"), now: Date.now });
  const { client } = tracking;
  const [known] = await Array.fromAsync(searchModelVersions(client));
  const { name, source, runId } = known;
  const added = await createModelVersion(client, { name, source, runId });
  await using server = await startOurs(home, served);
  let moves = 0;
  const move = () =>
    setModelAlias(client, {
      name,
      alias: "champion",
      version: [added, known][moves++ % 2].version,
    });
  const timer = setInterval(move, 1000);
  const { columns, data: [row] } = JSON.parse(served.oneRow).dataframe_split;
  const shape = [1, columns.length];
  const { answers, marks } = await generateLoad({
    port: Number(new URL(server.url).port),
    path: `/v2/models/${name}/infer`,
    contentType: json["content-type"],
    body: JSON.stringify({ inputs: [{ name: "features", datatype: "FP32", shape, data: row }] }),
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

async function copyFolder(from: string, to: string): Promise<void> {
  const { success } = await new Deno.Command("cp", { args: ["-a", from, to] }).output();
  if (!success) throw new Error(`Cannot copy ${from}`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      home: { type: "string" },
      seconds: { type: "string", default: "10" },
      only: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const python = Deno.env.get(PYTHON_VARIABLE);
  const seconds = Number(values.seconds);
  if (values.help) {
    console.log(help);
  } else if (values.home === undefined || !(seconds >= 1)) {
    console.error("Cannot time the servers: expected --home FOLDER, and --seconds from 1");
    Deno.exit(1);
  } else if (!python) {
    console.error(`Cannot time MLflow as ${PYTHON_VARIABLE} must be the path of a Python`);
    Deno.exit(1);
  } else {
    const folder = await Deno.makeTempDir();
    const home = join(folder, "home");
    await copyFolder(values.home, home);
    const served = await findModel(home);
    const bare = await bareLoop(served, seconds);
    console.log(`The bare loop scores ${bare.toFixed(0)} rows a second on one thread.`);
    await measure((core) => startOurs(home, served, core), served, seconds, bare);
    await moveAlias(home, served, 6 * seconds);
    if (values.only !== "ours") {
      await measure((core) => startTheirs(python, served, core), served, seconds, bare);
    }
    await Deno.remove(folder, { recursive: true });
  }
}
