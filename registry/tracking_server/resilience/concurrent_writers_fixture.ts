/** Processes that write to one store at the same time. */

import assert from "node:assert/strict";
import { runProgram, startServer } from "./server_process_fixture.ts";
import { openTrackingStore } from "../store.ts";

/** How much is written by how many. */
export interface WriterOptions {
  /** Processes that write, half of them in process and half through servers. */
  readonly writers: number;
  /** Servers on the same files. */
  readonly servers: number;
  readonly runsPerWriter: number;
  readonly metricsPerRun: number;
}

const writer = `
  import { createTrackingApp } from "${new URL("../app.ts", import.meta.url)}";
  import { openTrackingStore } from "${new URL("../store.ts", import.meta.url)}";
  const [home, url, runs, metrics] = Deno.args;
  const app = url === "" ? createTrackingApp({ store: openTrackingStore({ home, now: () => 0 }) }) : undefined;
  async function send(path, json) {
    const request = new Request(\`\${url || "http://localhost"}/api/2.0/mlflow/\${path}\`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(json),
    });
    const response = await (app ? app.fetch(request) : fetch(request));
    const text = await response.text();
    if (response.status !== 200) throw new Error(path + " " + response.status + " " + text);
    return JSON.parse(text);
  }
  const ids = [];
  for (let i = 0; i < Number(runs); i++) {
    const { run } = await send("runs/create", { experiment_id: "0" });
    const { run_id } = run.info;
    const logged = Array.from({ length: Number(metrics) }, (_, step) => ({ key: "loss", value: i + step, timestamp: 1, step }));
    await send("runs/log-batch", { run_id, metrics: logged });
    ids.push(run_id);
  }
  console.log(JSON.stringify(ids));
`;

/**
 * Lets all writers write at once, without a retry, and checks that every request succeeded and
 * every metric is there with its value.
 *
 * @throws {AssertionError} When a request was refused, or anything is lost or there twice.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const options = { writers: 2, servers: 1, runsPerWriter: 2, metricsPerRun: 3 };
 * assert.deepEqual(await writeTogether(options), { runs: 4, metrics: 12 });
 * ```
 */
export async function writeTogether(
  options: WriterOptions,
): Promise<{ runs: number; metrics: number }> {
  const home = await Deno.makeTempDir();
  try {
    await using stack = new AsyncDisposableStack();
    const urls: string[] = [];
    for (let i = 0; i < options.servers; i++) urls.push(stack.use(await startServer(home)).url);
    const ids = await Promise.all(Array.from({ length: options.writers }, (_, i) => {
      return written(home, i % 2 === 0 ? "" : urls[i % urls.length], options);
    }));
    return counted(home, ids, options);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function written(
  home: string,
  url: string,
  { runsPerWriter, metricsPerRun }: WriterOptions,
): Promise<string[]> {
  const args = [home, url, String(runsPerWriter), String(metricsPerRun)];
  const process = runProgram(writer, args);
  const text = await new Response(process.stdout).text();
  assert.equal((await process.status).code, 0, "A writer was refused; see its error above");
  return JSON.parse(text);
}

function counted(
  home: string,
  ids: readonly string[][],
  { metricsPerRun: count }: WriterOptions,
): { runs: number; metrics: number } {
  using store = openTrackingStore({ home, now: () => 0 });
  const rows = store.database.all<{ run_id: string; count: number; sum: number }>(
    "SELECT run_id, COUNT(*) AS count, SUM(value) AS sum FROM metrics GROUP BY run_id",
  );
  const expected = ids.flatMap((some) =>
    some.map((run_id, i) => ({ run_id, count, sum: i * count + count * (count - 1) / 2 }))
  );
  const byId = (a: { run_id: string }, b: { run_id: string }) => a.run_id < b.run_id ? -1 : 1;
  assert.deepEqual(rows.sort(byId), expected.sort(byId));
  const runs = store.database.first<{ count: number }>("SELECT COUNT(*) AS count FROM runs");
  assert.equal(runs?.count, expected.length);
  return { runs: rows.length, metrics: rows.length * count };
}
