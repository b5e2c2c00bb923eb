/**
 * Scoring with an ONNX model in the native runtime. This is the only file that loads it, so it is
 * imported by its own path and not through `mod.ts`.
 */
import { InferenceSession, Tensor } from "onnxruntime-node";
import { type Matrix, requireColumns } from "../matrix.ts";
import { type ModelContract, readContract } from "./contract.ts";

/**
 * Rows passed to the runtime at a time. A detector that compares a row with 1000 stored points holds
 * 8 kB a row: at this size its table stays near the processor's cache, and larger chunks are slower.
 */
const CHUNK_ROWS = 1024;
const ERRORS_ONLY = 3;

/** How a session runs. */
export interface SessionOptions {
  /** Threads the runtime computes with. @default {1} */
  readonly threads?: number;
}

/** What a model says about rows, in their order. */
export interface Scores {
  /** Ensemble score in [0, 1], one per row; higher = more anomalous. */
  readonly score: Float32Array;
  /** 1 where the score is at or above the threshold, else 0. */
  readonly label: Uint8Array;
  /** Calibrated member scores, rows × members, row-major. */
  readonly memberScores: Float32Array;
}

/** What a scoring call may be told beside its rows. */
export interface ScoreOptions {
  /** Called with the done share of the rows, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** Stops the scoring between two chunks. */
  readonly signal?: AbortSignal;
}

/** An open model. It holds native memory until it is closed. */
export interface ScoringSession extends ModelContract {
  /**
   * Scores rows in chunks of bounded memory; zero rows are allowed.
   *
   * @throws {TypeError} When the columns are not those of the model.
   * @throws {Error} When the session is closed.
   */
  score(x: Matrix, options?: ScoreOptions): Promise<Scores>;
  /** Lets scoring under way finish, then frees the native memory; closing twice is fine. */
  close(): Promise<void>;
}

/**
 * Opens an ONNX model written by `ensembleToOnnx`.
 *
 * @throws {SyntaxError} When the bytes are not an ONNX model with its contract.
 * @throws {RangeError} When threads is not a whole number from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await assert.rejects(openSession(new Uint8Array([1, 2, 3])), SyntaxError);
 * ```
 */
export async function openSession(
  bytes: Uint8Array,
  { threads = 1 }: SessionOptions = {},
): Promise<ScoringSession> {
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw new RangeError(
      `Cannot open a session as threads must be a whole number >= 1: current value is ${threads}`,
    );
  }
  const contract = readContract(bytes);
  const native = await loadModel(bytes, threads);
  requireContract(native, contract);
  let inFlight: Promise<void> = Promise.resolve();
  let closing: Promise<void> | undefined;

  async function score(x: Matrix, options: ScoreOptions = {}): Promise<Scores> {
    requireColumns(x, contract.columns);
    if (closing) throw new Error("Cannot score with a closed session");
    const scores = scoreInChunks(native, x, contract.members.length, options);
    inFlight = Promise.allSettled([inFlight, scores]).then(() => undefined);
    return await scores;
  }

  function close(): Promise<void> {
    closing ??= inFlight.then(() => native.release());
    return closing;
  }

  return { ...contract, score, close };
}

async function scoreInChunks(
  native: InferenceSession,
  x: Matrix,
  members: number,
  { onProgress, signal }: ScoreOptions,
): Promise<Scores> {
  const scores: Scores = {
    score: new Float32Array(x.rows),
    label: new Uint8Array(x.rows),
    memberScores: new Float32Array(x.rows * members),
  };
  for (let start = 0; start < x.rows; start += CHUNK_ROWS) {
    signal?.throwIfAborted();
    const end = Math.min(start + CHUNK_ROWS, x.rows);
    const chunk = await native.run({ features: rowsTensor(x, start, end) });
    scores.score.set(chunk.score.data as Float32Array, start);
    scores.label.set(Uint8Array.from(chunk.label.data as BigInt64Array, Number), start);
    scores.memberScores.set(chunk.member_scores.data as Float32Array, start * members);
    onProgress?.(end / x.rows);
  }
  return scores;
}

async function loadModel(bytes: Uint8Array, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: ERRORS_ONLY,
    });
  } catch (cause) {
    throw new SyntaxError(`Cannot load ${bytes.length} bytes as an ONNX model`, { cause });
  }
}

function requireContract(native: InferenceSession, { columns, members }: ModelContract): void {
  const expected = [
    `features: float32[N, ${columns.length}]`,
    "score: float32[N, 1]",
    "label: int64[N, 1]",
    `member_scores: float32[N, ${members.length}]`,
  ].join("; ");
  const actual = [...native.inputMetadata, ...native.outputMetadata].map((value) =>
    value.isTensor
      ? `${value.name}: ${value.type}[${value.shape.join(", ")}]`
      : `${value.name}: no tensor`
  ).join("; ");
  if (actual !== expected) {
    throw new SyntaxError(
      `Cannot score with this ONNX model as its inputs and outputs must be ${expected}: ` +
        `current value is ${actual}`,
    );
  }
}

function rowsTensor(x: Matrix, start: number, end: number): Tensor {
  const width = x.columns.length;
  const values = x.values.subarray(start * width, end * width);
  return new Tensor("float32", values, [end - start, width]);
}
