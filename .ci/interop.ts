/**
 * `deno task test:interop`: the tests against outside programs, and what those need;
 * `deno task bench:peers`, `bench:mlflow` and `bench:serving`: their speed and ours.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { ensureChromium } from "./chromium.ts";
import {
  type InteropEnvironment,
  interopTests,
  requestedEnvironments,
} from "./interop_environments.ts";
import { printText } from "./print_text.ts";
import { ensureEnvironment, environmentName, findPython } from "./python_environment.ts";
import { repositoryFiles } from "./repository_files.ts";
import type { TextFile } from "./untested_files.ts";

const help = `Runs the tests against outside programs: Python's MLflow, ONNX Runtime, scikit-learn,
PyOD, TSB-AD, Evidently, NannyML, Triton's and KServe's clients and Jupyter, and Chromium. Needs Python 3.11 or
later (3.11 or 3.12 for NannyML) and a network for the first run; the Python packages of
.ci/requirements.txt, requirements_drift.txt, requirements_serving.txt or requirements_kserve.txt,
whichever a test asks for by its variable, are kept in
\${XDG_CACHE_HOME:-~/.cache}/wattbook/venv-<digest> and used again. Chromium is installed where
it is missing and that is possible (root on Debian). Tests on public datasets read them from
WATTBOOK_DATA_MIRROR, or from ../shared/data where that is there, and are ignored without.
MLflow's own tests of its server run where WATTBOOK_MLFLOW_SOURCE names a checkout of its
repository, of the release that is pinned, and are ignored without.

Usage: deno task test:interop [FILE...]
       deno task bench:peers [NAME...]
       deno task bench:mlflow [NAME...]
       deno task bench:serving -- --home FOLDER
       deno task bench:drift

  FILE    Only these *_interop_test.ts files, or those in these folders
  NAME    Only comparisons of speed whose names hold one of these
  --help  Show this text`;
const root = new URL("..", import.meta.url).pathname;
const mirrorBeside = new URL("../../shared/data", import.meta.url).pathname;

/** The variables of the environments that the files ask for, each with the path of its Python. */
async function preparePythons(files: readonly string[]): Promise<Record<string, string>> {
  const texts = await Promise.all(files.map(async (path): Promise<TextFile> => ({
    path,
    text: await Deno.readTextFile(root + path),
  })));
  const pythons: Record<string, string> = {};
  for (const environment of requestedEnvironments(texts)) {
    pythons[environment.variable] = await preparePython(environment);
  }
  return pythons;
}

async function preparePython({ requirements, newestMinor }: InteropEnvironment): Promise<string> {
  const pins = new URL(requirements, import.meta.url).pathname;
  const programs = ["python3", "python3.13", "python3.12", "python3.11"];
  const python = await findPython(programs, { newestMinor });
  const cache = Deno.env.get("XDG_CACHE_HOME") || `${Deno.env.get("HOME")}/.cache`;
  const name = await environmentName(await Deno.readTextFile(pins), python.version);
  const folder = `${cache}/wattbook/${name}`;
  console.log(`Python ${python.version} (${python.program}), ${requirements}: ${folder}`);
  return await ensureEnvironment(folder, python, pins, printText);
}

async function test(files: readonly string[]): Promise<number> {
  const pythons = await preparePythons(interopTests(await repositoryFiles(root), files, root));
  const chromium = await ensureChromium(Deno.env.get("PATH") ?? "", printText);
  console.log(`Chromium ${chromium}`);
  const mirror = Deno.env.get("WATTBOOK_DATA_MIRROR") ?? await folderAt(mirrorBeside);
  return await runDeno(
    // Playwright looks at files under /proc, which Deno allows with all permissions alone.
    ["test", "--allow-all", ...(files.length > 0 ? files : ["**/*_interop_test.ts"])],
    {
      ...pythons,
      WATTBOOK_CHROMIUM: chromium,
      ...(mirror === undefined ? {} : { WATTBOOK_DATA_MIRROR: mirror }),
    },
  );
}

async function bench(name: string, names: readonly string[]): Promise<number> {
  const program = `.ci/${name}_bench.ts`;
  return await runDeno(
    ["run", "--allow-all", root + program, ...names],
    await preparePythons([program]),
  );
}

async function runDeno(args: readonly string[], env: Record<string, string>): Promise<number> {
  const { code } = await new Deno.Command(Deno.execPath(), { args: [...args], env }).spawn().status;
  return code;
}

async function folderAt(path: string): Promise<string | undefined> {
  try {
    return (await Deno.stat(path)).isDirectory ? path : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { bench: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(help);
  } else {
    try {
      const { bench: name } = values;
      Deno.exit(await (name === undefined ? test(positionals) : bench(name, positionals)));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      Deno.exit(1);
    }
  }
}
