/** How stored outputs are held against fresh ones: `wattbook` in a cell's or the notebook's metadata. */
import { z } from "zod";
import type { Cell, Notebook } from "../notebook.ts";

/** The rules of one cell. */
export interface CheckRules {
  /** Numbers that differ by at most this are equal: as a share of the larger, below 1 as it stands. */
  readonly tolerance: number;
  /** What is replaced in texts on both sides, in order. */
  readonly sanitise: readonly Replacement[];
  /** Why outputs are not compared; absent where they are. */
  readonly skip?: string;
}

/** One replacement of every match. */
export interface Replacement {
  readonly pattern: RegExp;
  readonly replace: string;
}

const pattern = z.string().min(1).transform((source, context) => {
  try {
    return new RegExp(source, "gu");
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
    return z.NEVER;
  }
});
const shared = {
  tolerance: z.number().min(0).lt(1).optional(),
  sanitise: z.array(z.strictObject({ pattern, replace: z.string() })).optional(),
};
const notebookRules = z.strictObject({
  ...shared,
  parameters: z.record(z.string(), z.unknown()).optional(),
}).optional();
const cellRules = z.strictObject({
  ...shared,
  skip: z.string().min(1).optional(),
  timeout: z.number().positive().optional(),
}).optional();

/**
 * The rules of a cell: its tolerance counts more than the notebook's, its replacements come after.
 * `skip` is a reason in words; a cell's `timeout`, in seconds, and the notebook's `parameters` are for
 * the run.
 *
 * @throws {TypeError} On an unknown member or a value that is none: names the place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const wattbook = { tolerance: 1e-9, sanitise: [{ pattern: "\\d+ ms", replace: "N ms" }] };
 * const { tolerance, sanitise } = readCheckRules({}, { wattbook });
 * assert.equal(tolerance, 1e-9);
 * assert.equal("after 12 ms".replace(sanitise[0].pattern, sanitise[0].replace), "after N ms");
 * ```
 */
export function readCheckRules(
  notebook: Notebook["metadata"],
  cell: Cell["metadata"],
): CheckRules {
  const general = read(notebookRules, notebook.wattbook, "the notebook's");
  const own = read(cellRules, cell.wattbook, "the cell's");
  return {
    tolerance: own?.tolerance ?? general?.tolerance ?? 0,
    sanitise: [...general?.sanitise ?? [], ...own?.sanitise ?? []],
    ...(own?.skip !== undefined && { skip: own.skip }),
  };
}

function read<T>(schema: z.ZodType<T>, value: unknown, whose: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  const place = ["wattbook", ...path].join(".");
  throw new TypeError(`Cannot read the rules at "${place}" of ${whose} metadata: ${message}`);
}
