/** The columns of two tables side by side. */
import type { TableColumn } from "../../../data/mod.ts";
import type { ComparedColumn } from "./file_section.ts";

/**
 * The columns of the reference in their order, then those that are new.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [a, b] = ["a", "b"].map((name) => ({ name, kind: "text", type: "VARCHAR" }) as const);
 * assert.deepEqual(comparedColumns([a], [b]), [
 *   { name: "a", reference: a, current: undefined },
 *   { name: "b", current: b },
 * ]);
 * ```
 */
export function comparedColumns(
  reference: readonly TableColumn[],
  current: readonly TableColumn[],
): ComparedColumn[] {
  const now = new Map(current.map((column) => [column.name, column]));
  const before = new Set(reference.map(({ name }) => name));
  return [
    ...reference.map((column) => ({
      name: column.name,
      reference: column,
      current: now.get(column.name),
    })),
    ...current.filter(({ name }) => !before.has(name))
      .map((column) => ({ name: column.name, current: column })),
  ];
}
