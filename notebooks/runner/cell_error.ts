/** A notebook stopped at a cell. */
import type { Notebook } from "../documents/mod.ts";

/** What is known of the failure. */
export interface CellFailure {
  /** Position among all cells, from 1. */
  readonly cell: number;
  /** Line of the cell's source, from 1, at which the error came up; absent where nothing tells. */
  readonly line?: number;
  /** The text of that line, or of the first that is not blank. */
  readonly text: string;
  /** Name of the error's class. */
  readonly ename: string;
  /** Its message. */
  readonly evalue: string;
  /** Lines of text; places in the cell are written as `<cell>:line:column`. */
  readonly traceback: readonly string[];
  /** The notebook with the outputs up to and including the failure. */
  readonly notebook: Notebook;
}

/** A cell threw, could not be parsed, took too long, was interrupted, or ended its kernel. */
export class CellError extends Error {
  override name = "CellError" as const;
  /** Where and what. */
  readonly failure: CellFailure;

  /**
   * @example
   * ```ts
   * import assert from "node:assert/strict";
   * const notebook = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
   * const thrown = { ename: "RangeError", evalue: "Bad", traceback: [] };
   * const { message } = new CellError({ cell: 2, line: 3, text: "f(-1)", ...thrown, notebook });
   * assert.equal(message, 'Cannot run cell 2, line 3 ("f(-1)"): RangeError: Bad');
   * ```
   */
  constructor(failure: CellFailure, options?: ErrorOptions) {
    const { cell, line, text, ename, evalue } = failure;
    const place = line === undefined ? `cell ${cell}` : `cell ${cell}, line ${line}`;
    super(`Cannot run ${place} ("${text}"): ${ename}: ${evalue}`, options);
    this.failure = failure;
  }
}
