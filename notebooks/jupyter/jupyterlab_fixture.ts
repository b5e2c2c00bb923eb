/** A JupyterLab with our kernel, for tests: everything it writes goes to a folder that is removed. */
import { dirname, join } from "node:path";
import { kernelspec, writeKernelspec } from "./kernelspec.ts";

/** A running server; dispose of it to end it and its kernels. */
export interface JupyterLab extends AsyncDisposable {
  /**
   * The address of a notebook's page.
   *
   * @param name Path below the folder that is served.
   */
  pageOf(name: string): string;
}

/** Settings of a person who lets nothing be saved, and the theme follow the system. */
const SETTINGS = {
  "docmanager-extension/plugin": { autosave: false },
  "apputils-extension/notification": { fetchNews: "false", checkForUpdates: false },
  "apputils-extension/themes": {
    "adaptive-theme": true,
    "preferred-light-theme": "JupyterLab Light",
    "preferred-dark-theme": "JupyterLab Dark",
  },
  // Cells that are out of sight are drawn, too.
  "notebook-extension/tracker": { windowingMode: "none" },
};

const PATIENCE_MS = 60_000;

/**
 * Starts `jupyter lab` and waits until it answers.
 *
 * @param python The Python of an environment with JupyterLab.
 * @param folder What is served; Jupyter writes nothing into it unless asked.
 * @param env For the kernels.
 */
export async function startJupyterLab(
  python: string,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<JupyterLab> {
  const place = await Deno.makeTempDir();
  const of = (name: string) => join(place, name);
  await writeKernelspec(of("data"), kernelspec(Deno.execPath()));
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const path = of(`settings/@jupyterlab/${name}.jupyterlab-settings`);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, JSON.stringify(setting));
  }
  const token = crypto.randomUUID();
  const server = new Deno.Command(join(dirname(python), "jupyter-lab"), {
    args: [
      "--no-browser",
      "--allow-root",
      "--ServerApp.port=0",
      "--ServerApp.ip=127.0.0.1",
      `--ServerApp.root_dir=${folder}`,
      `--IdentityProvider.token=${token}`,
      `--FileCheckpoints.checkpoint_dir=${of("checkpoints")}`,
    ],
    env: {
      ...env,
      JUPYTER_DATA_DIR: of("data"),
      JUPYTER_CONFIG_DIR: of("config"),
      JUPYTER_RUNTIME_DIR: of("runtime"),
      JUPYTERLAB_SETTINGS_DIR: of("settings"),
      JUPYTERLAB_WORKSPACES_DIR: of("workspaces"),
      NO_COLOR: "1",
    },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const words = new Response(server.stderr).text();

  async function stop(): Promise<void> {
    // Jupyter shuts its kernels down at a SIGTERM.
    if (runs) server.kill("SIGTERM");
    await server.status;
    await words;
    await Deno.remove(place, { recursive: true });
  }

  let runs = true;
  const ended = server.status.then(async ({ code }) => {
    runs = false;
    throw new Error(`Cannot go on as JupyterLab ended with ${code}: ${await words}`);
  });
  ended.catch(() => {});
  let url: string;
  try {
    url = await Promise.race([addressIn(of("runtime")), ended]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    pageOf: (name) => `${url}lab/tree/${name}?reset&token=${token}`,
    [Symbol.asyncDispose]: stop,
  };
}

/** The server writes its address to a file once it listens. */
async function addressIn(runtime: string): Promise<string> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    for await (const { name } of filesIn(runtime)) {
      if (!/^jpserver-\d+\.json$/.test(name)) continue;
      const text = await Deno.readTextFile(join(runtime, name));
      if (text.endsWith("}")) return JSON.parse(text).url;
    }
  }
  throw new Error(`Cannot reach JupyterLab as it must listen within ${PATIENCE_MS} ms`);
}

async function* filesIn(folder: string): AsyncGenerator<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
