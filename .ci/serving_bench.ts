/**
 * Times `deno task serve`, `mlflow models serve` and MLServer at the same ONNX model and the same rows,
 * one after the other, on this machine, and prints tables in Markdown. The load comes from a process
 * of its own. Needs Linux, a home with a registered model, an MLflow in the Python that
 * WATTBOOK_INTEROP_PYTHON names, and an MLServer in that of WATTBOOK_SERVING_PYTHON.
 *
 * `deno task bench:serving -- --home FOLDER [--seconds N] [--only NAME]`
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bareLoop, measure, moveAlias } from "./serving_loads_fixture.ts";
import { findModel, mlflow, mlserver, ours } from "./serving_peers_fixture.ts";

const PEERS = ["ours", "mlflow", "mlserver"];
const help = `Times deno task serve, mlflow models serve and MLServer at the same model and rows.

Usage: deno task bench:serving -- --home FOLDER [--seconds N] [--only NAME]

  --home FOLDER  A home with a trained model, such as deno task demo leaves; it is copied
  --seconds N    Seconds of each load (default 10); overload and moves take six times as long
  --only NAME    One of ${PEERS.join(", ")}, and leaves the others out
  --help         Show this text`;

async function copyFolder(from: string, to: string): Promise<void> {
  const { success } = await new Deno.Command("cp", { args: ["-a", from, to] }).output();
  if (!success) throw new Error(`Cannot copy ${from}`);
}

function pythonOf(name: string): string {
  const python = Deno.env.get(name);
  if (!python) {
    throw new TypeError(`Cannot time the servers: expected ${name}, the path of a Python`);
  }
  return python;
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
  const seconds = Number(values.seconds);
  if (values.help) {
    console.log(help);
  } else if (
    values.home === undefined || !(seconds >= 1) || !PEERS.includes(values.only ?? PEERS[0])
  ) {
    console.error(
      `Cannot time the servers: expected --home FOLDER, --seconds from 1, --only one of ${PEERS}`,
    );
    Deno.exit(1);
  } else {
    const folder = await Deno.makeTempDir();
    const home = join(folder, "home");
    await copyFolder(values.home, home);
    const served = await findModel(home);
    const asked = (name: string) => values.only === undefined || values.only === name;
    const others = [
      ...(asked("mlflow") ? [mlflow(pythonOf("WATTBOOK_INTEROP_PYTHON"), served)] : []),
      ...(asked("mlserver") ? [mlserver(pythonOf("WATTBOOK_SERVING_PYTHON"), served)] : []),
    ];
    const bare = await bareLoop(served, seconds);
    console.log(`The bare loop scores ${bare.toFixed(0)} rows a second on one thread.`);
    if (asked("ours")) {
      await measure(ours(home, served), seconds, bare);
      await moveAlias(home, served, 6 * seconds);
    }
    for (const peer of others) await measure(peer, seconds, bare);
    await Deno.remove(folder, { recursive: true });
  }
}
