/** A report as a summary in Markdown, which also reads well in a terminal. */
import { type Report, type SectionReport, VERDICT_TEXT } from "../report.ts";
import type { ReportTable } from "../section.ts";
import { cellText } from "./cell_text.ts";
import type { ReportRenderer } from "./renderer.ts";

/** Verdict, facts, and each section with its sentence and tables; charts are on the page alone. */
export const markdown: ReportRenderer = {
  extension: "md",
  mediaType: "text/markdown",
  render: (report) => `${blocks(report).join("\n\n")}\n`,
};

function blocks({ title, facts, verdict, sections }: Report): string[] {
  return [
    `# ${VERDICT_TEXT[verdict]}: ${escaped(title)}`,
    Object.entries(facts).map(([name, text]) => `- ${escaped(name)}: ${escaped(text)}`).join("\n"),
    ...Object.values(sections).flatMap(sectionBlocks),
  ].filter((block) => block !== "");
}

function sectionBlocks({ title, verdict, summary, error, tables }: SectionReport): string[] {
  return [
    `## ${escaped(title)}: ${VERDICT_TEXT[verdict].toLowerCase()}`,
    `${escaped(summary)}.`,
    ...(error === null ? [] : [`> ${escaped(error)}`]),
    ...tables.filter(({ rows }) => rows.length > 0).flatMap((table) => [
      `**${escaped(table.title)}**`,
      tableText(table),
    ]),
  ];
}

/** Columns of even width; those of numbers are aligned at the right. */
function tableText({ columns, rows }: ReportTable): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => escaped(cellText(cell))));
  const isNumber = columns.map((_, j) => rows.some((row) => typeof row[j] === "number"));
  const widths = columns.map((_, j) => Math.max(3, ...cells.map((row) => row[j].length)));
  const [head, ...body] = cells.map((row) =>
    line(row.map((text, j) => isNumber[j] ? text.padStart(widths[j]) : text.padEnd(widths[j])))
  );
  const rule = line(
    widths.map((width, j) => isNumber[j] ? `${"-".repeat(width - 1)}:` : "-".repeat(width)),
  );
  return [head, rule, ...body].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Signs that would be markup stand for themselves; underscores within words are none. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*|[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
