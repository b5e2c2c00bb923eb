/** The frame of a static page. */
import { escapeHtml } from "./escape_html.ts";
import type { Heading } from "./markdown.ts";
import { PAGE_STYLE } from "./page_style.ts";

/** Nothing runs and nothing is loaded, even if something in an output asked for it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** What stands in the frame. */
export interface Page {
  readonly title: string;
  /** Where the contents lead; those of fewer than two are left out. */
  readonly contents: readonly Heading[];
  /** HTML of the page itself. */
  readonly main: string;
}

/**
 * A page of its own, with its style and a policy that allows no script and no address.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const page = pageHtml({ title: "a < b", contents: [], main: "<p>a</p>" });
 * assert.match(page, /<title>a &lt; b<\/title>/);
 * assert.match(page, /default-src 'none'/);
 * ```
 */
export function pageHtml({ title, contents, main }: Page): string {
  const hasContents = contents.length > 1;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body${hasContents ? ' class="with-contents"' : ""}>
${hasContents ? contentsHtml(contents) : ""}<main>
${main}
</main>
</body>
</html>
`;
}

function contentsHtml(headings: readonly Heading[]): string {
  const items = headings.map(({ level, text, id }) =>
    `<li class="level-${level}"><a href="#${encodeURIComponent(id)}">${escapeHtml(text)}</a></li>`
  );
  return `<nav aria-label="Contents"><ul>${items.join("")}</ul></nav>\n`;
}
