/**
 * `deno task test:interop`: the tests against outside programs, and what those need.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { ensureChromium } from "./chromium.ts";
import { printText } from "./print_text.ts";
import { ensureEnvironment, environmentName, findPython } from "./python_environment.ts";

const help = `Runs the tests against outside programs: Python's MLflow, ONNX Runtime, scikit-learn
and Jupyter, and Chromium. Needs Python 3.11 or later and a network for the first run; the
Python packages of .ci/requirements.txt are kept in
\${XDG_CACHE_HOME:-~/.cache}/wattbook/venv-<digest> and used again. Chromium is installed where
it is missing and that is possible (root on Debian).

Usage: deno task test:interop [FILE...]

  FILE    Only these *_interop_test.ts files
  --help  Show this text`;

async function main(files: readonly string[]): Promise<number> {
  const requirements = new URL("requirements.txt", import.meta.url).pathname;
  const python = await findPython(["python3", "python3.13", "python3.12", "python3.11"]);
  const cache = Deno.env.get("XDG_CACHE_HOME") || `${Deno.env.get("HOME")}/.cache`;
  const name = await environmentName(await Deno.readTextFile(requirements), python.version);
  const folder = `${cache}/wattbook/${name}`;
  console.log(`Python ${python.version} (${python.program}), environment ${folder}`);
  const inside = await ensureEnvironment(folder, python, requirements, printText);
  const chromium = await ensureChromium(Deno.env.get("PATH") ?? "", printText);
  console.log(`Chromium ${chromium}`);
  const { code } = await new Deno.Command(Deno.execPath(), {
    // Playwright looks at files under /proc, which Deno allows with all permissions alone.
    args: ["test", "--allow-all", ...(files.length > 0 ? files : ["**/*_interop_test.ts"])],
    env: { WATTBOOK_INTEROP_PYTHON: inside, WATTBOOK_CHROMIUM: chromium },
  }).spawn().status;
  return code;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(help);
  } else {
    try {
      Deno.exit(await main(positionals));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      Deno.exit(1);
    }
  }
}
