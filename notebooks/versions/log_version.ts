/** Logging the runs of notebooks to MLflow. */
import {
  createRun,
  ensureExperiment,
  logBatch,
  logInputs,
  type RegistryClient,
  type Run,
  type RunStatus,
  searchExperiments,
  searchRuns,
  updateRun,
  uploadArtifact,
} from "../../registry/mod.ts";
import { type Notebook, serializeNotebook } from "../documents/mod.ts";
import { factsOf } from "./facts.ts";
import { figureFiles } from "./figure_files.ts";
import { notebookDigest } from "./notebook_digest.ts";
import { EXPERIMENT, FILES, TAGS } from "./version.ts";

/** What is known of a run before it begins. */
export interface VersionStart {
  /** Name of the notebook, without `.ipynb`. */
  readonly name: string;
  /** As it lies in its file. */
  readonly source: Notebook;
  /** Values of its parameters, as texts. */
  readonly params: Readonly<Record<string, string>>;
  /** Git commit of the project, where known. */
  readonly commit?: string;
  /** The kernel and its version, such as `deno 2.9.6`. */
  readonly kernel: string;
}

/** What a run came to. */
export interface VersionEnd {
  /** With the outputs of the run; of a failed one, up to the cell that failed. */
  readonly executed: Notebook;
  /** The page that is made of it. */
  readonly page: string;
  /** What ended a failed run. */
  readonly failure?: {
    readonly message: string;
    readonly traceback: readonly string[];
    /** Whether a person ended it. @default {false} */
    readonly killed?: boolean;
  };
}

/** MLflow refuses longer tags; an id of a run takes 33. */
const TAG_LENGTH = 5000;
const RUNS = 150;

/**
 * Creates the run of a notebook, with its source and all that is known before its cells run. A
 * process that is killed leaves it `RUNNING`.
 *
 * @throws {MlflowError} When the server refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const source = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const start = { name: "01_explore", source, params: { seed: "7" }, kernel: "deno 2.9.6" };
 * const run = await startVersion(tracking.client, start, () => 0);
 * assert.equal(run.tags["wattbook.notebook"], "01_explore");
 * ```
 */
export async function startVersion(
  registry: RegistryClient,
  { name, source, params, commit, kernel }: VersionStart,
  now: () => number,
): Promise<Run> {
  const run = await createRun(registry, {
    experimentId: await ensureExperiment(registry, EXPERIMENT),
    runName: name,
    startTime: now(),
    tags: {
      [TAGS.notebook]: name,
      [TAGS.digest]: await notebookDigest(source),
      [TAGS.kernel]: kernel,
      ...(commit === undefined ? {} : { [TAGS.commit]: commit }),
    },
  });
  await logBatch(registry, run.runId, { params });
  await uploadArtifact(registry, run.artifactUri, FILES.source, notebookBytes(source));
  return run;
}

/**
 * Logs what a run came to and ends it, as `FINISHED`, `FAILED` or `KILLED`: the executed notebook, its page,
 * its pictures, what its cells reported, and which runs they made.
 *
 * @throws {TypeError} When a cell reported what cannot be read; the run is then `FAILED`.
 * @throws {MlflowError} When the server refuses; the run then stays `RUNNING`.
 */
export async function endVersion(
  registry: RegistryClient,
  { runId, artifactUri }: Pick<Run, "runId" | "artifactUri">,
  { executed, page, failure }: VersionEnd,
  now: () => number,
): Promise<void> {
  const upload = (path: string, bytes: Uint8Array<ArrayBuffer>) =>
    uploadArtifact(registry, artifactUri, path, bytes);
  await upload(FILES.executed, notebookBytes(executed));
  await upload(FILES.page, encode(page));
  for (const [name, bytes] of figureFiles(executed)) {
    await upload(`${FILES.figures}/${name}`, bytes);
  }
  if (failure !== undefined) await upload(FILES.traceback, encode(failure.traceback.join("\n")));
  const runs = await nestedRuns(registry, runId);
  await logBatch(registry, runId, {
    tags: {
      ...(runs.length === 0 ? {} : { [TAGS.runs]: runs.slice(0, RUNS).join(" ") }),
      ...(failure === undefined ? {} : { [TAGS.error]: failure.message.slice(0, TAG_LENGTH) }),
    },
  });
  let status: RunStatus = "FAILED";
  try {
    await logFacts(registry, runId, executed, now());
    if (failure === undefined) status = "FINISHED";
    else if (failure.killed) status = "KILLED";
  } finally {
    await updateRun(registry, { runId, status, endTime: now() });
  }
}

async function logFacts(
  registry: RegistryClient,
  runId: string,
  executed: Notebook,
  timestamp: number,
): Promise<void> {
  const { figures, datasets } = factsOf(executed);
  await logBatch(registry, runId, {
    metrics: Object.entries(figures).map(([key, value]) => ({ key, value, timestamp, step: 0 })),
  });
  if (datasets.length === 0) return;
  await logInputs(
    registry,
    runId,
    datasets.map(({ name, digest }) => ({
      name,
      digest: digest.slice(0, 32),
      sourceType: "wattbook",
      source: JSON.stringify({ dataset: name, digest }),
      tags: { "mlflow.data.context": "notebook" },
    })),
  );
}

/** Ids of the runs that were made by the cells, oldest first, in any experiment. */
async function nestedRuns(registry: RegistryClient, runId: string): Promise<string[]> {
  const experiments = await Array.fromAsync(searchExperiments(registry));
  const runs = await Array.fromAsync(searchRuns(registry, {
    experimentIds: experiments.map(({ experimentId }) => experimentId),
    filter: `tags."mlflow.parentRunId" = '${runId}'`,
    orderBy: ["attributes.start_time ASC"],
  }));
  return runs.map((run) => run.runId);
}

function notebookBytes(notebook: Notebook): Uint8Array<ArrayBuffer> {
  return encode(serializeNotebook(notebook));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
