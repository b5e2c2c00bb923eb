/** What the pool and its workers tell each other. */
import type { ModelContract } from "../../models/mod.ts";
import type { Scores } from "../../models/onnx/session.ts";

/** An order to a worker; `id` comes back with its answer, `session` is a number of the pool. */
export type WorkerOrder =
  | {
    readonly id: number;
    readonly kind: "open";
    readonly session: number;
    readonly bytes: Uint8Array;
  }
  | {
    readonly id: number;
    readonly kind: "score";
    readonly session: number;
    readonly rows: number;
    readonly values: Float32Array<ArrayBuffer>;
  }
  | { readonly id: number; readonly kind: "close"; readonly session: number };

/** The answer of a worker: the contract of what was opened, scores, or nothing. */
export type WorkerAnswer =
  | { readonly id: number; readonly done: ModelContract | Scores | null }
  | { readonly id: number; readonly failed: { readonly name: string; readonly message: string } };
