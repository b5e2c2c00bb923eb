import assert from "node:assert/strict";
import { createRun, downloadArtifact, getRun, type Run, searchRuns } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { type Notebook, notebookHtml, serializeNotebook } from "../documents/mod.ts";
import { CellError, KernelInterruptedError } from "../runner/mod.ts";
import { logRun, type LogRunOptions } from "./log_run.ts";

const SOURCE = notebook("source");
const EXECUTED = notebook("executed");

Deno.test("logRun() tells the kernel its run, and logs what it came to with its page", async () => {
  const seen: unknown[] = [];
  const { run, files } = await logged({
    run: (env) => Promise.resolve(seen.push(env)).then(() => EXECUTED),
  });
  assert.deepEqual(seen, [{ WATTBOOK_NOTEBOOK_RUN: run.runId }]);
  assert.equal(run.status, "FINISHED");
  assert.deepEqual(files, [serializeNotebook(EXECUTED), notebookHtml(EXECUTED, "01_a")]);
});

Deno.test("logRun() logs the outputs up to the cell that failed, and throws on", async () => {
  const thrown = { ename: "RangeError", evalue: "Bad", traceback: ["RangeError: Bad"] };
  const cause = new CellError({ cell: 1, text: "f()", ...thrown, notebook: EXECUTED });
  const error = new Error("Cannot finish", { cause });
  for (const failure of [cause, error]) {
    const { run, files, rejected } = await logged({ run: () => Promise.reject(failure) });
    assert.equal(rejected, failure);
    assert.deepEqual([run.status, run.tags["wattbook.error"]], ["FAILED", cause.message]);
    assert.deepEqual(files, [serializeNotebook(EXECUTED), notebookHtml(EXECUTED, "01_a")]);
  }
});

Deno.test("logRun() marks a run as killed that a person ended, and logs its outputs", async () => {
  const thrown = { ename: "KernelInterruptedError", evalue: "Stopped", traceback: [] };
  const reason = { cause: new KernelInterruptedError("Stopped") };
  const cause = new CellError({ cell: 1, text: "f()", ...thrown, notebook: EXECUTED }, reason);
  const { run, files } = await logged({ run: () => Promise.reject(cause) });
  assert.deepEqual([run.status, files], ["KILLED", [
    serializeNotebook(EXECUTED),
    notebookHtml(EXECUTED, "01_a"),
  ]]);
});

Deno.test("logRun() marks a run as failed that never came to a cell", async () => {
  const failure = new TypeError("No kernel");
  const { run, files, rejected } = await logged({ run: () => Promise.reject(failure) });
  assert.equal(rejected, failure);
  assert.deepEqual([run.status, run.endTime, files], ["FAILED", 7, []]);
});

/** The run that was logged, its executed notebook and page, and what it threw. */
async function logged(options: Omit<LogRunOptions, "now">) {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    await createRun(client, { experimentId: "0", startTime: 0 });
    const start = { name: "01_a", source: SOURCE, params: {}, kernel: "deno 1.2.3" };
    const rejected = await logRun(client, start, { ...options, now: () => 7 })
      .then(() => undefined, (error) => error);
    const [found] = await Array.fromAsync(searchRuns(client, { experimentIds: ["1"] }));
    const run: Run = await getRun(client, found.runId);
    const files: string[] = [];
    for (const path of ["executed.ipynb", "notebook.html"]) {
      const bytes = await downloadArtifact(client, run.artifactUri, path).catch(() => undefined);
      if (bytes !== undefined) files.push(new TextDecoder().decode(bytes));
    }
    return { run, files, rejected };
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

function notebook(name: string): Notebook {
  return { cells: [], metadata: { name }, nbformat: 4, nbformat_minor: 5 };
}
