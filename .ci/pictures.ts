/**
 * Makes the pictures of the README from the simulated hostel: the page and a run as Chromium shows
 * them, and a plot of the notebook. `deno run -A .ci/pictures.ts`
 */
import { ensureChromium } from "./chromium.ts";
import { printText } from "./print_text.ts";

const PICTURES = ".github/pictures";
const PAGE_SIZE = "1200,1340";
const RUN_SIZE = "1200,900";

async function deno(args: string[], env: Record<string, string>): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), { args, env }).spawn().status;
  if (!success) throw new Error(`Cannot make pictures: "deno ${args.join(" ")}" failed`);
}

async function screenshot(
  chromium: string,
  url: string,
  size: string,
  path: string,
): Promise<void> {
  const profile = await Deno.makeTempDir();
  const { success } = await new Deno.Command(chromium, {
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      "--no-first-run",
      "--disable-background-networking",
      `--user-data-dir=${profile}`,
      `--window-size=${size}`,
      `--screenshot=${path}`,
      url,
    ],
    stdout: "null",
    stderr: "null",
  }).spawn().status;
  if (!success) throw new Error(`Cannot take a picture of ${url} with ${chromium}`);
}

/** Runs a task that serves until `use` is done. */
async function withTask(
  args: readonly string[],
  url: string,
  env: Record<string, string>,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = new Deno.Command(Deno.execPath(), { args: ["task", ...args], env }).spawn();
  for (let up = false; !up; await new Promise((resolve) => setTimeout(resolve, 200))) {
    up = await fetch(`${url}/health`).then(
      (r) => r.body?.cancel().then(() => r.ok) ?? r.ok,
      () => false,
    );
  }
  await use(url);
  server.kill("SIGTERM");
  await server.status;
}

/** Id of the run that made the champion. */
async function championRun(url: string): Promise<string> {
  const query = "name=energy-anomaly&alias=champion";
  const response = await fetch(`${url}/api/2.0/mlflow/registered-models/alias?${query}`);
  return (await response.json()).model_version.run_id;
}

/** The longest SVG of a notebook's outputs: its richest plot. */
async function notebookPlot(path: string): Promise<string> {
  const { cells } = JSON.parse(await Deno.readTextFile(path));
  const plots: string[] = cells
    .flatMap((cell: { outputs?: { data?: Record<string, string | string[]> }[] }) =>
      cell.outputs ?? []
    )
    .map(({ data }: { data?: Record<string, string | string[]> }) => data?.["image/svg+xml"])
    .filter((svg?: string | string[]) => svg !== undefined)
    .map((svg: string | string[]) => Array.isArray(svg) ? svg.join("") : svg);
  return plots.reduce((longest, svg) => svg.length > longest.length ? svg : longest);
}

if (import.meta.main) {
  const home = await Deno.makeTempDir();
  const port = "8642";
  const env = { WATTBOOK_HOME: home, WATTBOOK_PORT: port };
  const dataset = ["--dataset", "synthetic-hostel"];
  await deno(["task", "train", ...dataset, "--until", "2024-07-01"], env);
  await deno(["task", "score", ...dataset], env);
  await deno(["task", "monitor", ...dataset], env);
  const chromium = await ensureChromium(Deno.env.get("PATH") ?? "", printText);
  await withTask(
    ["serve", ...dataset],
    `http://127.0.0.1:${port}`,
    env,
    (url) => screenshot(chromium, url, PAGE_SIZE, `${PICTURES}/page.png`),
  );
  const tracking = ["mlflow", "--port", port];
  await withTask(
    tracking,
    `http://127.0.0.1:${port}`,
    env,
    async (url) =>
      screenshot(
        chromium,
        `${url}/pages/run?id=${await championRun(url)}`,
        RUN_SIZE,
        `${PICTURES}/run.png`,
      ),
  );
  const plot = `${PICTURES}/notebook.svg`;
  await Deno.writeTextFile(plot, await notebookPlot("notebooks/01_explore.ipynb"));
  await deno(["fmt", "--quiet", plot], {});
  await Deno.remove(home, { recursive: true });
}
