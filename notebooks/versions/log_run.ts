/** A run of a notebook from its first cell to its end in MLflow. */
import { type RegistryClient, updateRun } from "../../registry/mod.ts";
import { type Notebook, notebookHtml } from "../documents/mod.ts";
import { CellError, KernelInterruptedError } from "../runner/mod.ts";
import { endVersion, startVersion, type VersionEnd, type VersionStart } from "./log_version.ts";

/** How a run is carried out. */
export interface LogRunOptions {
  /**
   * Runs the notebook and keeps the result where it belongs.
   *
   * @param env For the kernel: by it, the runs that cells make are nested in this one.
   */
  readonly run: (env: Readonly<Record<string, string>>) => Promise<Notebook>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Logs a run of a notebook, one that fails or that a person ends, too. A tracking server that cannot be reached is known
 * before the first cell runs.
 *
 * @returns The id of the run in MLflow.
 * @throws What `run` throws.
 * @throws {MlflowError} When the server refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getRun } from "../../registry/mod.ts";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const source = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const start = { name: "01_explore", source, params: {}, kernel: "deno 2.9.6" };
 * const run = () => Promise.resolve(source);
 * const runId = await logRun(tracking.client, start, { run, now: () => 0 });
 * assert.equal((await getRun(tracking.client, runId)).status, "FINISHED");
 * ```
 */
export async function logRun(
  registry: RegistryClient,
  start: VersionStart,
  { run, now }: LogRunOptions,
): Promise<string> {
  const logged = await startVersion(registry, start, now);
  const { runId } = logged;
  const end = (executed: Notebook, failure?: VersionEnd["failure"]) =>
    endVersion(
      registry,
      logged,
      { executed, page: notebookHtml(executed, start.name), failure },
      now,
    );
  let executed: Notebook;
  try {
    executed = await run({ WATTBOOK_NOTEBOOK_RUN: runId });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof CellError ? error.cause : error;
    if (cause instanceof CellError) {
      const { notebook, traceback } = cause.failure;
      const killed = cause.cause instanceof KernelInterruptedError;
      await end(notebook, { message: cause.message, traceback, killed });
    } else {
      await updateRun(registry, { runId, status: "FAILED", endTime: now() });
    }
    throw error;
  }
  await end(executed);
  return runId;
}
