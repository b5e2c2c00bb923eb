/** A comparison in Markdown. */

import { markdownTable } from "../markdown_table.ts";
import type { Comparison } from "./compare_sides.ts";
import { sectionsOf } from "./sections.ts";

/**
 * The comparison as a Markdown page.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compareSides } from "./compare_sides.ts";
 * const side = { title: "version 1", aliases: [], params: {}, metrics: {}, data: {}, byMeter: {} };
 * const text = comparisonMarkdown(compareSides("energy", side, { ...side, title: "version 2" }));
 * assert.match(text, /^# energy: version 1 and version 2\n/);
 * ```
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const { name, a, b } = comparison;
  return [
    `# ${name}: ${a.title} and ${b.title}`,
    ...sectionsOf(comparison).flatMap(({ title, notes, columns, rows }) => [
      `## ${title}`,
      ...notes,
      ...(columns.length === 0 ? [] : [markdownTable(columns, rows)]),
    ]),
  ].join("\n\n");
}
