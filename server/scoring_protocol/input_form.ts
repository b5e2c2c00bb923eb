/** The contract of the input forms of MLflow's scoring protocol. */
import type { Matrix } from "../../models/mod.ts";

/**
 * One way to write rows in the JSON body of a scoring request.
 *
 * Every form takes columns by name in any order, refuses a table that lacks one, leaves columns
 * unread that the model does not know, and reads values as pandas does, `null` as missing. A row's
 * values come out in the order of the model's columns.
 */
export interface InputForm {
  /** The key of the body that holds the rows. */
  readonly key: string;
  /**
   * Reads the rows.
   *
   * @param value What stands under the key.
   * @param columns The model's columns.
   * @throws {SignatureError} When columns are missing.
   * @throws {RequestError} 400 that names the field at fault.
   */
  toMatrix(value: unknown, columns: readonly string[]): Matrix;
}
