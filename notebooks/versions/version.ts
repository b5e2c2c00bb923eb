/** A version of a notebook: a run of MLflow's that keeps what was run and what came of it. */
import type { Run, RunStatus } from "../../registry/mod.ts";

/** The experiment that runs of notebooks are logged to. */
export const EXPERIMENT = "notebooks";

/** Tags of a notebook's run. */
export const TAGS = {
  notebook: "wattbook.notebook",
  digest: "wattbook.notebook_digest",
  kernel: "wattbook.kernel",
  commit: "mlflow.source.git.commit",
  error: "wattbook.error",
  runs: "wattbook.runs",
} as const;

/** Artifacts of a notebook's run. */
export const FILES = {
  source: "source.ipynb",
  executed: "executed.ipynb",
  page: "notebook.html",
  traceback: "traceback.txt",
  figures: "figures",
} as const;

/** One run of a notebook, as it was logged. */
export interface Version {
  readonly runId: string;
  readonly notebook: string;
  /** SHA-256 of the cells' texts. */
  readonly digest: string;
  /** Git commit of the project, where known. */
  readonly commit?: string;
  /** The kernel and its version. */
  readonly kernel: string;
  readonly status: RunStatus;
  /** What ended a failed run. */
  readonly error?: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** Seconds; absent while it runs, and for good where its process was killed. */
  readonly seconds?: number;
  readonly params: Readonly<Record<string, string>>;
  /** Key figures that the cells reported. */
  readonly figures: Readonly<Record<string, number>>;
  readonly datasets: readonly { readonly name: string; readonly digest: string }[];
  /** Ids of the runs that the cells made. */
  readonly runs: readonly string[];
}

/**
 * Reads a version from its run.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun } from "../../registry/mod.ts";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const tags = { [TAGS.notebook]: "01_explore", [TAGS.digest]: "ab12" };
 * const start = { experimentId: "0", startTime: 0, tags };
 * const version = toVersion(await createRun(tracking.client, start));
 * assert.deepEqual([version.digest, version.startedAt], ["ab12", "1970-01-01T00:00:00.000Z"]);
 * ```
 */
export function toVersion(run: Run): Version {
  const { tags, startTime = 0, endTime } = run;
  return {
    runId: run.runId,
    notebook: tags[TAGS.notebook] ?? "",
    digest: tags[TAGS.digest] ?? "",
    commit: tags[TAGS.commit],
    kernel: tags[TAGS.kernel] ?? "",
    status: run.status,
    error: tags[TAGS.error],
    startedAt: new Date(startTime).toISOString(),
    seconds: endTime === undefined ? undefined : (endTime - startTime) / 1000,
    params: run.params,
    figures: run.metrics,
    datasets: run.datasets.map(({ name, digest }) => ({ name, digest })),
    runs: tags[TAGS.runs]?.split(" ") ?? [],
  };
}
