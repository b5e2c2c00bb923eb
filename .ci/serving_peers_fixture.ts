/** The servers that `serving_bench.ts` compares, and what they are asked. */
import { dirname, join } from "node:path";
import { type BenchServer, freePort, startServer, taskArguments } from "./bench_server_fixture.ts";

export const MANY_ROWS = 1000;
const json = { "content-type": "application/json" };

/** What all servers serve. */
export interface Served {
  /** Folder of the model package. */
  readonly folder: string;
  readonly columns: readonly string[];
  /** Bodies of `/invocations`, and of the Open Inference Protocol. */
  readonly frame: Bodies;
  readonly tensor: Bodies;
}

/** One row, and a thousand. */
interface Bodies {
  readonly one: string;
  readonly many: string;
}

/** A server to be measured. */
export interface Peer {
  /** Path that scores. */
  readonly path: string;
  readonly bodies: Bodies;
  /** Starts it, on one core where that is named. */
  start(core?: number): Promise<BenchServer>;
}

/** The newest model of a home. */
export async function findModel(home: string): Promise<Served> {
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
  const both = (body: (count: number) => unknown): Bodies => ({
    one: JSON.stringify(body(1)),
    many: JSON.stringify(body(MANY_ROWS)),
  });
  return {
    folder,
    columns,
    frame: both((count) => ({ dataframe_split: { columns, data: rows(count) } })),
    tensor: both((count) => ({
      inputs: [{
        name: "features",
        datatype: "FP32",
        shape: [count, columns.length],
        data: rows(count).flat(),
      }],
    })),
  };
}

/** `deno task serve`, asked as MLflow's server is. */
export function ours(home: string, { frame }: Served): Peer {
  return {
    path: "/invocations",
    bodies: frame,
    async start(core) {
      const args = await taskArguments("serve");
      return await startServer("Wattbook", firstOf("/invocations", frame), (port) => ({
        ...bound(core, Deno.execPath(), args),
        env: { WATTBOOK_HOME: home, WATTBOOK_PORT: String(port), WATTBOOK_RELOAD_SECONDS: "0.2" },
      }));
    },
  };
}

/** `mlflow models serve`, with the Python that has MLflow. */
export function mlflow(python: string, { folder, frame }: Served): Peer {
  return {
    path: "/invocations",
    bodies: frame,
    start: (core) =>
      startServer("mlflow models serve", firstOf("/invocations", frame), (port) => ({
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
      })),
  };
}

/**
 * MLServer with a runtime of a few lines over ONNX Runtime, as it has none of its own for ONNX. It
 * scores in its own process: its worker processes do not start with the uvloop that is pinned.
 */
export function mlserver(python: string, { folder, tensor }: Served): Peer {
  const path = "/v2/models/bench/infer";
  return {
    path,
    bodies: tensor,
    async start(core) {
      const models = `${folder}.mlserver`;
      await Deno.mkdir(models, { recursive: true });
      const program = new URL("mlserver_onnx.py", import.meta.url);
      await Deno.copyFile(program, join(models, "mlserver_onnx.py"));
      const settings = {
        name: "bench",
        implementation: "mlserver_onnx.OnnxModel",
        parameters: { uri: join(folder, "model.onnx") },
      };
      await Deno.writeTextFile(join(models, "model-settings.json"), JSON.stringify(settings));
      return await startServer("MLServer", firstOf(path, tensor), (port) => ({
        ...bound(core, join(dirname(python), "mlserver"), ["start", models]),
        env: {
          MLSERVER_PARALLEL_WORKERS: "0",
          MLSERVER_HOST: "127.0.0.1",
          MLSERVER_HTTP_PORT: String(port),
          MLSERVER_GRPC_PORT: String(freePort()),
          MLSERVER_METRICS_PORT: String(freePort()),
          PYTHONPATH: models,
        },
      }));
    },
  };
}

function firstOf(path: string, { one }: Bodies) {
  return { path, init: { method: "POST", headers: json, body: one } };
}

/** A program on one core, or on all. */
function bound(core: number | undefined, program: string, args: string[]) {
  if (core === undefined) return { program, args };
  return { program: "taskset", args: ["--cpu-list", String(core), program, ...args] };
}
