/** A notebook stopped at a cell. */
import type { Notebook } from "../documents/mod.ts";

/** What is known of the failure. */
export interface CellFailure {
  /** Position among all cells, from 1. */
  readonly cell: number;
  /** The first line of the cell that is not blank. */
  readonly line: string;
  /** Name of the error's class. */
  readonly ename: string;
  /** Its message. */
  readonly evalue: string;
  /** As the kernel gave it; Deno counts lines in the JavaScript that it makes of the cell. */
  readonly traceback: readonly string[];
  /** The notebook with the outputs up to and including the failure. */
  readonly notebook: Notebook;
}

/** A cell threw, could not be parsed, took too long, or ended its kernel. */
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
   * const { message } = new CellError({ cell: 2, line: "f(-1)", ...thrown, notebook });
   * assert.equal(message, 'Cannot run cell 2 ("f(-1)"): RangeError: Bad');
   * ```
   */
  constructor(failure: CellFailure, options?: ErrorOptions) {
    const { cell, line, ename, evalue } = failure;
    super(`Cannot run cell ${cell} ("${line}"): ${ename}: ${evalue}`, options);
    this.failure = failure;
  }
}
