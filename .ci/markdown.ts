/** The two things a link check needs from a Markdown text. */

/**
 * Targets of the links and pictures that lead to files of the repository, as written; web
 * addresses and code are left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = "[a](docs/a.md#top) ![b](b.svg) [c](https://example.org) `[d](d.md)`";
 * assert.deepEqual(relativeLinks(text), ["docs/a.md#top", "b.svg"]);
 * ```
 */
export function relativeLinks(markdown: string): string[] {
  const targets = [
    ...withoutCode(markdown).matchAll(
      /\]\(([^()\s]+)(?:\s+"[^"]*")?\)|\b(?:src|href|srcset)="([^"]+)"/g,
    ),
  ].map(([, link, attribute]) => link ?? attribute);
  return targets.filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
}

/**
 * The anchors of the headings, as GitHub makes them: lower case, hyphens for spaces.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(headingAnchors("# Who may import whom?\n## `deno task`"), [
 *   "who-may-import-whom",
 *   "deno-task",
 * ]);
 * ```
 */
export function headingAnchors(markdown: string): string[] {
  const headings = markdown.replace(/^```.*?^```/gms, "").matchAll(/^#{1,6} +(.+)$/gm);
  return [...headings].map(([, title]) =>
    title.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-")
  );
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");
}
