/** Fenced blocks of Markdown, in which a line of `%%` begins no cell: a comment of Mermaid, say. */

/** Tells of each line in turn whether it lies in a fenced block or bounds one. */
export type FenceReader = (line: string, later: () => readonly string[]) => boolean;

/**
 * Makes a reader of lines of Markdown.
 *
 * @returns A function that takes each line and, where asked for, all lines after it: a fence that is
 *   never closed begins no block.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lines = ["~~~mermaid", "%% comment", "~~~", "%% text"];
 * const isFenced = readFences();
 * assert.deepEqual(lines.map((line, i) => isFenced(line, () => lines.slice(i + 1))), [
 *   true,
 *   true,
 *   true,
 *   false,
 * ]);
 * ```
 */
export function readFences(): FenceReader {
  let open: string | undefined;
  return (line, later) => {
    if (open !== undefined) {
      if (closes(line, open)) open = undefined;
      return true;
    }
    const fence = openingFence(line);
    if (fence === undefined || !later().some((one) => closes(one, fence))) return false;
    open = fence;
    return true;
  };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

function openingFence(line: string): string | undefined {
  const [, fence, rest] = FENCE.exec(line) ?? [];
  return fence?.startsWith("`") && rest.includes("`") ? undefined : fence;
}

function closes(line: string, open: string): boolean {
  const [, fence, rest] = FENCE.exec(line) ?? [];
  return fence !== undefined && fence[0] === open[0] && fence.length >= open.length &&
    rest.trim() === "";
}
