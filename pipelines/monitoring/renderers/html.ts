/** A report as one page that needs nothing else: no scripts, no resources, readable on paper. */
import { type Report, type SectionReport, VERDICT_TEXT } from "../report.ts";
import type { ReportChart, ReportTable, Verdict } from "../section.ts";
import { cellText } from "./cell_text.ts";
import type { ReportRenderer } from "./renderer.ts";
import style from "./style.css" with { type: "text" };

/** Widths that a chart is drawn for, from the phone up; style.css shows one of them. */
const WIDTHS = [328, 480, 700];

/** Letters of a cell that is not to be broken, such as a time. */
const SHORT = 26;

const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    '<path d="M1 9h3l2-6 4 10 2-4h3" fill="none" stroke="#c2410c" stroke-width="1.8"/></svg>',
);

/** What was judged and the verdict, a list of findings, then each section. */
export const html: ReportRenderer = {
  extension: "html",
  mediaType: "text/html",
  render: page,
};

function page(report: Report): string {
  const { title, facts, verdict, sections } = report;
  const named = Object.entries(sections);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${VERDICT_TEXT[verdict]}: ${escaped(title)} · Wattbook</title>
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
<header>
<p class="wordmark"><svg viewBox="0 0 32 16" aria-hidden="true"><path d="M1 9h7l3-6 6 11 4-8 2 3h8"/></svg>Wattbook</p>
</header>
<main>
<h1>${escaped(title)}</h1>
<p class="whole">${mark(verdict)}</p>
<dl>
${Object.entries(facts).map(factRow).join("\n")}
</dl>
<nav aria-label="Findings">
<ul>
${named.map(([name, section]) => finding(name, section)).join("\n")}
</ul>
</nav>
${named.map(([name, section]) => sectionText(name, section)).join("\n")}
</main>
<footer>
<p>Drift is a difference from the reference that is larger than its limit. Where a floor is given,
chance alone reaches it once in twenty times without any change. Times are UTC.</p>
</footer>
</body>
</html>
`;
}

function mark(verdict: Verdict): string {
  return `<span class="mark ${verdict}">${VERDICT_TEXT[verdict]}</span>`;
}

function factRow([name, text]: [string, string]): string {
  return `<div><dt>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`;
}

function finding(name: string, { title, verdict, summary }: SectionReport): string {
  return `<li><a href="#${escaped(name)}">${escaped(title)}</a> ${mark(verdict)}
<p>${escaped(summary)}.</p></li>`;
}

function sectionText(name: string, section: SectionReport): string {
  const { title, verdict, summary, error, tables, charts } = section;
  return `<section id="${escaped(name)}" aria-labelledby="${escaped(name)}-title">
<h2 id="${escaped(name)}-title">${escaped(title)} ${mark(verdict)}</h2>
<p class="summary">${escaped(summary)}.</p>
${error === null ? "" : `<p class="error">${escaped(error)}</p>`}
${charts.map(figure).join("\n")}
${
    tables.filter(({ rows }) => rows.length > 0)
      .map((table, i) => tableText(table, escaped(`${name}-table-${i + 1}`))).join("\n")
  }
</section>`;
}

function figure({ caption, draw }: ReportChart): string {
  const drawn = WIDTHS.map((width) => `<div class="drawn-${width}">${draw(width)}</div>`);
  return `<figure>
${drawn.join("\n")}
<figcaption>${escaped(caption)}.</figcaption>
</figure>`;
}

/** A table that is too wide scrolls by itself, by the keyboard too; its heading stays. */
function tableText({ title, columns, rows }: ReportTable, id: string): string {
  const kinds = columns.map((_, j) => cellKind(rows.map((row) => row[j])));
  const head = columns.map((name, j) => `<th scope="col"${kinds[j]}>${escaped(name)}</th>`);
  const body = rows.map((row) => {
    const [first, ...others] = row.map((cell) => escaped(cellText(cell)));
    const cells = others.map((text, j) => `<td${kinds[j + 1]}>${text}</td>`);
    return `<tr><th scope="row"${kinds[0]}>${first}</th>${cells.join("")}</tr>`;
  });
  return `<h3 id="${id}">${escaped(title)}</h3>
<div class="wide" role="region" aria-labelledby="${id}" tabindex="0"><table aria-labelledby="${id}">
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table></div>`;
}

/** How the cells of a column are set: numbers, words that stay on a line, or text that wraps. */
function cellKind(cells: readonly (string | number | null)[]): string {
  if (cells.some((cell) => typeof cell === "number")) return ' class="number"';
  return cells.every((cell) => String(cell ?? "").length <= SHORT) ? ' class="short"' : "";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
