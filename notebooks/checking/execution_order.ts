/** Whether a notebook was run from top to bottom, once. */
import type { Notebook } from "../documents/mod.ts";
import type { Finding } from "./finding.ts";

/**
 * The first code cell whose count is not one more than that of the cell before it. Cells without
 * code are passed over, as Jupyter does not run them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "1", outputs: [] } as const;
 * const notebook = { metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const [{ message }] = checkOrder({ ...notebook, cells: [{ ...cell, execution_count: 3 }] });
 * assert.equal(message, "Cannot tell that all was run in order: the count must be 1, got 3");
 * ```
 */
export function checkOrder({ cells }: Notebook): Finding[] {
  let expected = 1;
  for (const [i, { cell_type, source, execution_count }] of cells.entries()) {
    if (cell_type !== "code" || source.trim() === "") continue;
    if (execution_count !== expected) {
      const got = execution_count ?? "none";
      return [{
        kind: "order",
        cell: i + 1,
        message: `Cannot tell that all was run in order: the count must be ${expected}, got ${got}`,
      }];
    }
    expected++;
  }
  return [];
}
