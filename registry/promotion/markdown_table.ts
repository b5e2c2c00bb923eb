/** Tables that people read in a terminal and programs read as Markdown. */

/**
 * A Markdown table with columns as wide as their longest cell. Digests are cut to 12 digits, a line
 * break becomes a space.
 *
 * @param columns Headings; one that ends in `:` is that of numbers, which stand right.
 * @param rows Each with as many cells as there are columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   markdownTable(["name", "n:"], [["a", "12"]]),
 *   "| name |  n |\n| ---- | -: |\n| a    | 12 |",
 * );
 * ```
 */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const isRight = columns.map((column) => column.endsWith(":"));
  const lines = [columns.map((column) => column.replace(/:$/, "")), ...rows]
    .map((cells) => cells.map(cellText));
  const widths = columns.map((_, i) => Math.max(2, ...lines.map((cells) => cells[i].length)));
  const [head, ...body] = lines.map((cells) =>
    cells.map((cell, i) => isRight[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))
  );
  const rule = widths.map((width, i) =>
    isRight[i] ? `${"-".repeat(width - 1)}:` : "-".repeat(width)
  );
  return [head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * A text with its digests cut to 12 digits, as Git does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(withShortDigests(`got ${"0".repeat(64)}`), "got 000000000000");
 * ```
 */
export function withShortDigests(text: string): string {
  return text.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28,52}\b/g, "$1");
}

function cellText(text: string): string {
  return withShortDigests(text).replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
}
