/**
 * The check of a table against another: what is asked, section by section.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fileSections } from "./mod.ts";
 * assert.ok(fileSections.some(({ name }) => name === "values"));
 * ```
 */
import { categories } from "./categories.ts";
import { columns } from "./columns.ts";
import type { FileSection } from "./file_section.ts";
import { missingValues } from "./missing_values.ts";
import { ranges } from "./ranges.ts";
import { values } from "./values.ts";

/** Every section, in the order of the report. */
export const fileSections: readonly FileSection[] = [
  columns,
  values,
  missingValues,
  ranges,
  categories,
];
