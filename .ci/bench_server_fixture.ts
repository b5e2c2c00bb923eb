/** The servers that `mlflow_bench.ts` and `serving_bench.ts` compare: starting, watching, ending them. */
import { join } from "node:path";

/** A server under test. */
export interface BenchServer extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  /** Seconds from the start of the program to its first answer to what it is asked for. */
  readonly coldStart: number;
  /**
   * Megabytes that the server and its children have for themselves, shared pages by share (PSS),
   * as Linux tells.
   */
  memory(): Promise<number>;
}

const project = new URL("..", import.meta.url).pathname;

/** `deno task mlflow` on a folder of its own. */
export async function startOurs(folder: string): Promise<BenchServer> {
  const args = await taskArguments("mlflow");
  return await startServer("Wattbook", FIRST_EXPERIMENT, (port) => ({
    program: Deno.execPath(),
    args: [...args, "--port", String(port)],
    env: { WATTBOOK_HOME: folder },
  }));
}

/**
 * `mlflow server` with its default workers, on SQLite in a folder of its own.
 *
 * @param python Path of a Python that has MLflow.
 */
export function startMlflow(folder: string, python: string): Promise<BenchServer> {
  return startServer("mlflow server", FIRST_EXPERIMENT, (port) => ({
    program: python,
    args: [
      ...["-m", "mlflow", "server", "--host", "127.0.0.1", "--port", String(port)],
      ...["--backend-store-uri", `sqlite:///${join(folder, "mlflow.db")}`],
      ...["--artifacts-destination", join(folder, "artifacts"), "--serve-artifacts"],
    ],
    env: { MLFLOW_DISABLE_TELEMETRY: "true", GIT_PYTHON_REFRESH: "quiet" },
  }));
}

/** What is sent until it is answered. */
export interface FirstRequest {
  readonly path: string;
  readonly init?: RequestInit;
}

const FIRST_EXPERIMENT = { path: "/api/2.0/mlflow/experiments/get?experiment_id=0" };

/** The arguments of `deno` that a task of `deno.json` stands for. */
export async function taskArguments(name: string): Promise<string[]> {
  const { tasks } = JSON.parse(await Deno.readTextFile(join(project, "deno.json")));
  return tasks[name].command.split(" ").slice(1);
}

/** Starts a server on a free port and waits for its first answer. */
export async function startServer(
  name: string,
  first: FirstRequest,
  commandAt: (port: number) => {
    readonly program: string;
    readonly args: string[];
    readonly env: Record<string, string>;
  },
): Promise<BenchServer> {
  const port = freePort();
  const url = `http://127.0.0.1:${port}`;
  const { program, args, env } = commandAt(port);
  const begin = performance.now();
  const child = new Deno.Command(program, {
    args,
    env,
    cwd: project,
    stdout: "null",
    stderr: "null",
  }).spawn();
  await untilAnswer(`${url}${first.path}`, first.init);
  return {
    name,
    url,
    coldStart: (performance.now() - begin) / 1000,
    memory: async () => {
      const shares = await Promise.all((await familyOf(child.pid)).map(proportionalMegabytes));
      return shares.reduce((all, share) => all + share, 0);
    },
    async [Symbol.asyncDispose]() {
      // A parent that is told to stop may leave its workers behind.
      for (const pid of (await familyOf(child.pid)).reverse()) stop(pid);
      await child.status;
    },
  };
}

function stop(pid: number): void {
  try {
    Deno.kill(pid);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** A port that nobody listens on. */
export function freePort(): number {
  using probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return probe.addr.port;
}

async function untilAnswer(url: string, init?: RequestInit): Promise<void> {
  for (let attempt = 0; attempt < 12_000; attempt++) {
    const answered = await fetch(url, init).then(
      async (response) => (await response.text(), response.ok),
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new RangeError(`Cannot time the server: expected an answer of ${url} in two minutes`);
}

/** A process and all that it started. */
async function familyOf(pid: number): Promise<number[]> {
  const tasks = `/proc/${pid}/task`;
  const members = [pid];
  for await (const { name } of Deno.readDir(tasks)) {
    const children = (await Deno.readTextFile(`${tasks}/${name}/children`)).trim();
    for (const child of children === "" ? [] : children.split(" ")) {
      members.push(...await familyOf(Number(child)));
    }
  }
  return members;
}

async function proportionalMegabytes(pid: number): Promise<number> {
  const text = await Deno.readTextFile(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]) / 1024;
}
