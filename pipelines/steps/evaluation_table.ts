/** An evaluation as a table that people read. */
import { type MetricName, metrics } from "../../models/mod.ts";
import type { Evaluation, Figures } from "./evaluate.ts";

const FIGURES = Object.keys(metrics) as MetricName[];

/**
 * The ensemble, its members and the floors with their figures, as a Markdown table; a figure that
 * has no value is a dash.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { EVALUATION } from "./evaluation_fixture.ts";
 * assert.match(evaluationTable(EVALUATION), /\| \*\*ensemble\*\* +\| +0\.500 \|/);
 * ```
 */
export function evaluationTable(evaluation: Evaluation): string {
  const rows: [string, Figures][] = [
    ["**ensemble**", evaluation.ensemble],
    ...Object.entries(evaluation.detectors),
    ...Object.entries(evaluation.floors)
      .map(([name, figures]): [string, Figures] => [`${name} (floor)`, figures]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `| ${"scorer".padEnd(width)} | ${FIGURES.join(" | ")} |`,
    `| ${"-".repeat(width)} | ${
      FIGURES.map((name) => `${"-".repeat(name.length - 1)}:`).join(" | ")
    } |`,
    ...rows.map(([name, figures]) =>
      `| ${name.padEnd(width)} | ${
        FIGURES.map((figure) => (figures[figure]?.toFixed(3) ?? "–").padStart(figure.length)).join(
          " | ",
        )
      } |`
    ),
  ].join("\n");
}
