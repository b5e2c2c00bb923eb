/** The contract of a place that runs are imported from. */

/** Bytes of a file, as they are read. */
export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Something of a source that cannot be read: listed in the place of what it would have been, or
 * thrown. It is told and does not keep the rest from being imported.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { place, message } = new Unreadable("mlruns/0/meta.yaml", "Cannot read it");
 * assert.deepEqual([place, message], ["mlruns/0/meta.yaml", "Cannot read it"]);
 * ```
 */
export class Unreadable extends Error {
  override name = "Unreadable" as const;
  /** Where it lies. */
  readonly place: string;

  constructor(place: string, message: string) {
    super(message);
    this.place = place;
  }
}

/** What a source lists: in an order that stays, each readable or not. */
export type Listing<T> = AsyncIterable<T | Unreadable>;

/** Whether something is there or was deleted and can be restored. */
export type Lifecycle = "active" | "deleted";

/** Text by key. */
export type Texts = Readonly<Record<string, string>>;

/** A group of runs. */
export interface SourceExperiment {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: Lifecycle;
  readonly tags: Texts;
}

/** A data set that a run read. */
export interface SourceDataset {
  readonly name: string;
  readonly digest: string;
  readonly sourceType: string;
  readonly source: string;
  readonly schema?: string;
  readonly profile?: string;
  readonly tags: Texts;
}

/** A run without its metrics and files, which have methods of their own. */
export interface SourceRun {
  readonly id: string;
  readonly experimentId: string;
  readonly name: string;
  readonly userId: string;
  readonly status: "RUNNING" | "SCHEDULED" | "FINISHED" | "FAILED" | "KILLED";
  /** Epoch milliseconds, UTC. */
  readonly startTime: number;
  /** Epoch milliseconds, UTC; absent while the run goes on. */
  readonly endTime?: number;
  readonly lifecycle: Lifecycle;
  readonly params: Texts;
  readonly tags: Texts;
  /** Keys of its metrics. */
  readonly metricKeys: readonly string[];
  readonly datasets: readonly SourceDataset[];
  /** Ids of the logged models that it read. */
  readonly modelInputs: readonly string[];
  /** The logged models that it produced. */
  readonly modelOutputs: readonly { readonly modelId: string; readonly step: number }[];
}

/** One logged number. */
export interface SourceMetric {
  readonly key: string;
  /** NaN and the infinities are allowed. */
  readonly value: number;
  /** Epoch milliseconds, UTC. */
  readonly timestamp: number;
  /** A bigint beyond ±2^53. */
  readonly step: number | bigint;
}

/** A number that was logged for a model. */
export interface SourceModelMetric extends SourceMetric {
  /** The run that logged it. */
  readonly runId: string;
  /** The data set that it was measured on. */
  readonly dataset?: { readonly name: string; readonly digest: string };
}

/** A logged model that is not deleted. */
export interface SourceModel {
  readonly id: string;
  readonly experimentId: string;
  readonly name: string;
  readonly modelType: string;
  /** The run that trained it; empty when unknown. */
  readonly runId: string;
  readonly status: "PENDING" | "READY" | "UPLOAD_FAILED";
  readonly params: Texts;
  readonly tags: Texts;
}

/** A version of a registered model that is not deleted. */
export interface SourceVersion {
  /** Counted from 1. */
  readonly version: number;
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  readonly description: string;
  /** What it was registered from. */
  readonly source: string;
  /** Where its files lie; the same as `source` when that says it. */
  readonly storage: string;
  /** The run that made it; empty when unknown. */
  readonly runId: string;
  /** The logged model behind it; empty when there is none. */
  readonly modelId: string;
  /** Such as `None` or `Production`. */
  readonly stage: string;
  readonly tags: Texts;
}

/** A name with versions. */
export interface SourceRegisteredModel {
  readonly name: string;
  readonly description: string;
  readonly tags: Texts;
  /** Version of each alias. */
  readonly aliases: Readonly<Record<string, number>>;
  /** By number. */
  readonly versions: readonly SourceVersion[];
}

/** A file of a run or a model. */
export interface SourceFile {
  /** Relative, with `/` between its parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  open(): Promise<Bytes>;
}

/** A place that holds experiments; every member of this folder's list runs the conformance suite. */
export interface RunSource {
  /** Address of the source, without credentials and single quotes. */
  readonly place: string;
  /** All experiments, the deleted ones too. */
  experiments(): Listing<SourceExperiment>;
  /** All runs of an experiment, the deleted ones too. */
  runs(experiment: SourceExperiment): Listing<SourceRun>;
  /**
   * The whole history of one of a run's metrics.
   *
   * @throws {Unreadable} When it cannot be read.
   */
  metricHistory(run: SourceRun, key: string): AsyncIterable<SourceMetric>;
  /** The files of a run; what the source knows but cannot hand over is unreadable. */
  runFiles(run: SourceRun): Listing<SourceFile>;
  /** The logged models of an experiment. */
  loggedModels(experiment: SourceExperiment): Listing<SourceModel>;
  /**
   * All numbers that were logged for a model.
   *
   * @throws {Unreadable} When they cannot be read.
   */
  modelMetrics(model: SourceModel): AsyncIterable<SourceModelMetric>;
  /** The files of a logged model. */
  modelFiles(model: SourceModel): Listing<SourceFile>;
  /** All registered models. */
  registeredModels(): Listing<SourceRegisteredModel>;
}
