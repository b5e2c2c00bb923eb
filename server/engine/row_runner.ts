/** The contract of what computes scores, below the queue: a session in this thread or in others. */
import type { ModelContract } from "../../models/mod.ts";
import type { Scores } from "../../models/onnx/session.ts";

/** An open model that scores whole batches. */
export interface RowRunner extends ModelContract {
  /**
   * Scores rows; the same row gets the same bits in whatever batch it comes.
   *
   * @param values Rows × columns, row-major; they may be taken away from the caller.
   * @throws {WorkerLostError} When what computed them stopped.
   */
  run(values: Float32Array<ArrayBuffer>, rows: number): Promise<Scores>;
  /** Frees the native memory once what runs has finished. */
  close(): Promise<void>;
}
