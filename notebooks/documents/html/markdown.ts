/** Markdown as HTML. */
import { Marked } from "marked";
import { escapeHtml } from "./escape_html.ts";
import { highlight } from "./highlight.ts";
import { sanitiseMarkup } from "./sanitise_markup.ts";

/** A heading of a page. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without markup. */
  readonly text: string;
  /** Where a link to it leads. */
  readonly id: string;
}

/** What is beside the text. */
export interface MarkdownOptions {
  /** Pictures of the cell by name, each as base64 by its MIME type. @default {{}} */
  readonly attachments?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Makes the id of a heading; its text has no markup. */
  readonly headingId: (text: string) => string;
}

/**
 * Renders GitHub's Markdown. Raw HTML in it is kept as far as it neither runs nor loads anything, and
 * pictures as far as they are in the cell: those of elsewhere are told by their words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { html, headings } = renderMarkdown("# *Load*\n\nkWh", { headingId: () => "load" });
 * assert.equal(html, '<h1 id="load"><em>Load</em></h1>\n<p>kWh</p>\n');
 * assert.deepEqual(headings, [{ level: 1, text: "Load", id: "load" }]);
 * ```
 */
export function renderMarkdown(
  source: string,
  { attachments = {}, headingId }: MarkdownOptions,
): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = plainText(this.parser.parseInline(tokens));
        const id = headingId(text);
        headings.push({ level: depth, text, id });
        return `<h${depth} id="${escapeHtml(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text, lang = "" }) {
        return `<pre><code>${highlight(text, lang.split(/\s/, 1)[0])}\n</code></pre>\n`;
      },
      image({ href, title, text }) {
        const address = href.startsWith("attachment:")
          ? attachmentAddress(attachments[decodeURI(href.slice("attachment:".length))])
          : href;
        if (!address?.startsWith("data:image/")) {
          return `<span class="absent">${escapeHtml(text)}</span>`;
        }
        const words = title ? ` title="${escapeHtml(title)}"` : "";
        return `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}"${words}>`;
      },
    },
  });
  const html = marked.parse(source, { async: false });
  return { html: sanitiseMarkup(html, "text/html"), headings };
}

function attachmentAddress(bundle: Readonly<Record<string, unknown>> = {}): string | undefined {
  const [type, base64] = Object.entries(bundle)[0] ?? [];
  return type === undefined
    ? undefined
    : `data:${type};base64,${String(base64).replace(/\s/g, "")}`;
}

function plainText(html: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => signs[name]);
}
