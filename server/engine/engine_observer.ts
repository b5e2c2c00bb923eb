/** What the engine tells those who watch it; it works the same whether anybody listens or not. */
import type { ModelLoadError } from "./model_load_error.ts";

/** A batch that was scored, or failed. */
export interface BatchFacts {
  /** Rows in it. */
  readonly rows: number;
  /** Requests that the rows belong to. */
  readonly requests: number;
  /** Milliseconds that the request at its head has waited. */
  readonly waitMs: number;
  /** Milliseconds from its start to its scores, the way to the worker and back included. */
  readonly runMs: number;
}

/** Told of each batch. */
export type BatchObserver = (batch: BatchFacts) => void;

/** Asked as rows of a request are queued; told when they start to run, and when they are done. */
export type RowsObserver = () => { started(): void; ended(): void };

/** Why a request was not scored. */
export type RefusalReason =
  | "queue_full"
  | "too_many_requests"
  | "too_many_bytes"
  | "deadline"
  | "hung_up"
  | "stopping"
  | "worker_lost";

/** Callbacks of the engine; each is called at once and must neither throw nor take long. */
export interface EngineObserver {
  /** A batch of a model's version has run. */
  batch?(name: string, version: string, batch: BatchFacts): void;
  /** Rows of a request were queued. */
  queued?: RowsObserver;
  /** A version began to answer for a URI. */
  loaded?(uri: string, version: string): void;
  /** A URI keeps its old version, or none; once for each new reason. */
  loadFailed?(error: ModelLoadError): void;
  /** A worker stopped by itself and was replaced. */
  workerLost?(reason: string): void;
}
