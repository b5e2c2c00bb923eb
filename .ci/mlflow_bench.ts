/**
 * Times the embedded tracking server and `mlflow server` (its default workers, SQLite) at the same
 * calls, in turns, on this machine, and prints a table in Markdown. The load comes from this
 * process. Needs Linux and an MLflow in the Python that WATTBOOK_INTEROP_PYTHON names.
 *
 * `deno task bench:mlflow [NAME...]`
 */
import { parseArgs } from "node:util";
import { type BenchServer, startMlflow, startOurs } from "./bench_server_fixture.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const help = `Times the embedded tracking server and MLflow's own at the same calls.

Usage: deno task bench:mlflow [--runs N] [NAME...]

  NAME      Only the calls whose names hold one of these
  --runs N  Runs that the search finds its way through (default 20000)
  --help    Show this text`;

/** A server with what the calls need to know of it. */
interface Prepared {
  readonly server: BenchServer;
  /** Experiment of the runs to search. */
  readonly experiment: string;
  /** Run that takes metrics. */
  readonly run: string;
}

/** One line of the table. */
interface Call {
  readonly name: string;
  /** How often it is done on each server; the median counts. */
  readonly times: number;
  /** Sends it, and reads the whole answer. `nth` is new with each call. */
  send(prepared: Prepared, nth: number): Promise<unknown>;
}

const json = { "content-type": "application/json" };
const hundredMegabytes = new Uint8Array(100_000_000).map((_, i) => (i * 31) & 255);
const points = 50_000;
const batch = 1000;

const calls: readonly Call[] = [
  { name: "create a run", times: 200, send: ({ server }) => createRun(server, "0") },
  {
    name: "log-batch, 1,000 metrics",
    times: 30,
    send: ({ server, run }, nth) => logSteps(server, run, "bench", nth * batch),
  },
  {
    name: "create 4 runs at once",
    times: 10,
    async send({ server }) {
      const many = Array.from({ length: 4 }, () => createRun(server, "0"));
      await Promise.all(many);
    },
  },
  {
    name: "search of all runs by metric, ordered, 100 found",
    times: 5,
    send: ({ server, experiment }) =>
      post(server, "runs/search", {
        experiment_ids: [experiment],
        filter: "metrics.loss < 0.5",
        order_by: ["metrics.loss ASC"],
        max_results: 100,
      }),
  },
  {
    name: "history of 50,000 points",
    times: 10,
    async send({ server, run }) {
      let token = "";
      let found = 0;
      do {
        const query = new URLSearchParams({
          run_id: run,
          metric_key: "history",
          max_results: "25000",
          ...(token === "" ? {} : { page_token: token }),
        });
        const page = await answer(
          fetch(`${server.url}/api/2.0/mlflow/metrics/get-history?${query}`),
        );
        found += page.metrics.length;
        token = page.next_page_token ?? "";
      } while (token !== "");
      if (found !== points) throw new RangeError(`Expected ${points} points, got ${found}`);
    },
  },
  {
    name: "artifact of 100 MB, up",
    times: 5,
    send: ({ server, run }) =>
      answer(fetch(artifactUrl(server, run), { method: "PUT", body: hundredMegabytes })),
  },
  {
    name: "artifact of 100 MB, down",
    times: 5,
    async send({ server, run }) {
      const response = await fetch(artifactUrl(server, run));
      let size = 0;
      for await (const chunk of response.body ?? []) size += chunk.length;
      if (size !== hundredMegabytes.length) throw new RangeError(`Got ${size} bytes`);
    },
  },
];

// deno-lint-ignore no-explicit-any -- what is read of an answer is checked where it is used
async function answer(sent: Promise<Response>): Promise<any> {
  const response = await sent;
  const text = await response.text();
  if (!response.ok) throw new RangeError(`Cannot go on after ${response.status}: ${text}`);
  return text === "" ? {} : JSON.parse(text);
}

function post(server: BenchServer, path: string, body: object) {
  const url = `${server.url}/api/2.0/mlflow/${path}`;
  return answer(fetch(url, { method: "POST", headers: json, body: JSON.stringify(body) }));
}

async function createRun(server: BenchServer, experiment: string): Promise<string> {
  const tags = [{ key: "mlflow.user", value: "bench" }, { key: "team", value: "energy" }];
  const body = { experiment_id: experiment, start_time: 1_700_000_000_000, tags };
  return (await post(server, "runs/create", body)).run.info.run_id;
}

function logSteps(server: BenchServer, run_id: string, key: string, first: number) {
  const metrics = Array.from({ length: batch }, (_, i) => {
    const step = first + i;
    return { key, value: 1 / (step + 1), timestamp: 1_700_000_000_000 + step, step };
  });
  return post(server, "runs/log-batch", { run_id, metrics });
}

function artifactUrl(server: BenchServer, run: string): string {
  return `${server.url}/api/2.0/mlflow-artifacts/artifacts/0/${run}/artifacts/model.bin`;
}

/** Fills a server through its own interface, four requests at a time, as more are refused by its peer. */
async function prepare(server: BenchServer, runs: number): Promise<Prepared> {
  const { experiment_id } = await post(server, "experiments/create", { name: "search" });
  const run = await createRun(server, "0");
  for (let step = 0; step < points; step += batch) await logSteps(server, run, "history", step);
  let next = 0;
  async function fill(): Promise<void> {
    for (let nth = next++; nth < runs; nth = next++) {
      if (nth % 2000 === 0) console.error(`${server.name}: ${nth} of ${runs} runs`);
      const run_id = await createRun(server, experiment_id);
      const loss = ((nth * 7919) % runs) / runs;
      const metrics = ["loss", "auc", "f1"].map((key, i) => ({
        key,
        value: (loss + i) % 1,
        timestamp: 1_700_000_000_000,
        step: 0,
      }));
      const params = [{ key: "trees", value: String(nth % 100) }, { key: "seed", value: "1" }];
      await post(server, "runs/log-batch", { run_id, metrics, params });
    }
  }
  await Promise.all(Array.from({ length: 4 }, fill));
  return { server, experiment: experiment_id, run };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Milliseconds of a call on each server, asked in turns; the first of each does not count. */
async function time(call: Call, servers: readonly Prepared[]): Promise<number[]> {
  const spent: number[][] = servers.map(() => []);
  for (let nth = 0; nth <= call.times; nth++) {
    for (const [i, prepared] of servers.entries()) {
      const begin = performance.now();
      await call.send(prepared, nth);
      if (nth > 0) spent[i].push(performance.now() - begin);
    }
  }
  return spent.map(median);
}

function line(name: string, unit: string, [ours, theirs]: readonly number[]): string {
  const figures = [ours, theirs, theirs / ours].map((figure) => figure.toPrecision(3));
  return `| ${[`${name}, ${unit}`, ...figures].join(" | ")} |`;
}

type Start = (home: string) => Promise<BenchServer>;

/** Seconds from the start on a new folder to the first answer, in turns. */
async function timeStarts(starts: readonly Start[], folder: string): Promise<number[]> {
  const spent: number[][] = starts.map(() => []);
  for (let nth = 0; nth < 3; nth++) {
    for (const [i, start] of starts.entries()) {
      {
        await using server = await start(await Deno.makeTempDir({ dir: folder }));
        spent[i].push(server.coldStart);
      }
      // The workers of a server that was told to stop are busy for a while.
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
  return spent.map(median);
}

async function run(python: string, runs: number, names: readonly string[]): Promise<void> {
  const folder = await Deno.makeTempDir();
  const starts: readonly Start[] = [startOurs, (home) => startMlflow(home, python)];
  console.log("| what | Wattbook | mlflow server | mlflow server / Wattbook |");
  console.log("| --- | --: | --: | --: |");
  console.log(line("start to first answer", "s", await timeStarts(starts, folder)));
  await using opened = new AsyncDisposableStack();
  const servers: BenchServer[] = [];
  for (const start of starts) {
    servers.push(opened.use(await start(await Deno.makeTempDir({ dir: folder }))));
  }
  const memory = () => Promise.all(servers.map((server) => server.memory()));
  console.log(line("memory, idle", "MB", await memory()));
  const prepared: Prepared[] = [];
  for (const server of servers) prepared.push(await prepare(server, runs));
  for (const call of calls) {
    if (names.length > 0 && !names.some((part) => call.name.includes(part))) continue;
    console.log(line(call.name, "ms", await time(call, prepared)));
  }
  console.log(line("memory, after all of this", "MB", await memory()));
  await opened.disposeAsync();
  await Deno.remove(folder, { recursive: true });
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { runs: { type: "string", default: "20000" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  const python = Deno.env.get(PYTHON_VARIABLE);
  const runs = Number(values.runs);
  if (values.help) {
    console.log(help);
  } else if (!Number.isInteger(runs) || runs < 1000) {
    console.error(`Cannot fill the servers: expected --runs from 1000, got "${values.runs}"`);
    Deno.exit(1);
  } else if (!python) {
    console.error(`Cannot time MLflow as ${PYTHON_VARIABLE} must be the path of a Python`);
    Deno.exit(1);
  } else {
    await run(python, runs, positionals);
  }
}
