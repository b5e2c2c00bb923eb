/** A comparison as headed tables, whatever they are written in. */

import { judgedFigures } from "../terms.ts";
import type { Comparison, NumberPair, SideHead, TextPair } from "./compare_sides.ts";

/** A heading with a sentence and a table. */
export interface Section {
  readonly title: string;
  /** Sentences before the table. */
  readonly notes: readonly string[];
  /** Headings of columns; one that ends in `:` is that of numbers. None where there is no table. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The tables of a comparison. Of parameters, data, code and metrics only what differs is shown; of
 * detectors, floors and meters all, by the judged figures, those first that lost most.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compareSides } from "./compare_sides.ts";
 * const side = { title: "version 1", aliases: [], metrics: {}, data: {}, byMeter: {} };
 * const [, params] = sectionsOf(
 *   compareSides("a", { ...side, params: { seed: "1" } }, { ...side, params: { seed: "2" } }),
 * );
 * assert.deepEqual([params.title, params.rows], ["Parameters", [["seed", "1", "2"]]]);
 * ```
 */
export function sectionsOf(comparison: Comparison): Section[] {
  const { a, b, sameRows, params, data, code, metrics, meters } = comparison;
  const scorers = scorersOf(metrics);
  return [
    {
      title: "Sides",
      notes: [
        sameRows
          ? "Both were judged on the same rows, so that their figures can be compared."
          : "They were not judged on the same rows: a difference of figures may come from the rows.",
      ],
      columns: ["", "A", "B"],
      rows: [
        ["version", versionText(a), versionText(b)],
        ["run", a.runId ?? NONE, b.runId ?? NONE],
        ["started", a.startedAt ?? NONE, b.startedAt ?? NONE],
      ],
    },
    textSection("Parameters", params),
    textSection("Data and features", data),
    textSection("Code", code),
    numberSection(metrics.filter(({ name }) => !scorers.includes(prefixOf(name)))),
    figureSection("Detectors and floors", "scorer", comparison, scorerFigures(metrics, scorers)),
    figureSection(
      "Meters, by the ensemble",
      "meter",
      comparison,
      meters.map(({ meter, figures }) => ({ of: meter, figures })),
    ),
  ];
}

/** Figures of a scorer or on a meter. */
interface FiguresOf {
  readonly of: string;
  readonly figures: readonly NumberPair[];
}

const NONE = "–";
const FIGURES = 4;

function versionText({ version, aliases }: SideHead): string {
  if (version === undefined) return NONE;
  return aliases.length === 0 ? version : `${version} (${aliases.join(", ")})`;
}

function textSection(title: string, pairs: readonly TextPair[]): Section {
  const rows = pairs.filter(({ a, b }) => a !== b)
    .map(({ name, a = NONE, b = NONE }) => [name, a, b]);
  return {
    title,
    notes: [sameText(rows.length, pairs.length)],
    ...(rows.length === 0 ? { columns: [], rows: [] } : { columns: ["name", "A", "B"], rows }),
  };
}

function numberSection(pairs: readonly NumberPair[]): Section {
  const rows = pairs.filter(({ a, b }) => !Object.is(a, b)).map((pair) => [
    pair.name,
    ...numberCells(pair),
  ]);
  return {
    title: "Metrics",
    notes: [sameText(rows.length, pairs.length)],
    ...(rows.length === 0
      ? { columns: [], rows: [] }
      : { columns: ["name", "A:", "B:", "B − A:"], rows }),
  };
}

function sameText(differing: number, all: number): string {
  if (all === 0) return "None is recorded.";
  return `${differing === 0 ? "None" : differing} of ${all} differ.`;
}

/** The scorers beside the ensemble: what stands before the dot of a judged figure. */
function scorersOf(metrics: readonly NumberPair[]): string[] {
  const names = metrics.filter(({ name }) =>
    judgedFigures.some((each) => name.endsWith(`.${each}`))
  )
    .map(({ name }) => prefixOf(name));
  return [...new Set(names)].filter((name) => name !== "ensemble");
}

function prefixOf(metric: string): string {
  return metric.slice(0, Math.max(0, metric.indexOf(".")));
}

function scorerFigures(
  metrics: readonly NumberPair[],
  scorers: readonly string[],
): FiguresOf[] {
  return scorers.map((of) => ({
    of,
    figures: metrics.filter(({ name }) => prefixOf(name) === of)
      .map((pair) => ({ ...pair, name: pair.name.slice(of.length + 1) })),
  }));
}

function figureSection(
  title: string,
  what: string,
  { a, b }: Comparison,
  lines: readonly FiguresOf[],
): Section {
  if (lines.length === 0) return { title, notes: ["None is recorded."], columns: [], rows: [] };
  const columns = judgedFigures.filter((name) =>
    lines.some(({ figures }) => figures.some((pair) => pair.name === name))
  );
  const rows = lines.map(({ of, figures }) => {
    const found = columns.map((name) => figures.find((pair) => pair.name === name) ?? { name });
    return { of, found, gain: found.find(({ name }) => name === "event_f1")?.difference ?? 0 };
  }).sort((x, y) => x.gain - y.gain);
  return {
    title,
    notes: [`${a.title} → ${b.title}`],
    columns: [what, ...columns.map((name) => `${name}:`)],
    rows: rows.map(({ of, found }) => [
      of,
      ...found.map((pair) => {
        const [own, other, difference] = numberCells(pair);
        return `${own} → ${other} (${difference})`;
      }),
    ]),
  };
}

function numberCells({ a, b, difference }: NumberPair): [a: string, b: string, by: string] {
  const sign = difference !== undefined && difference > 0 ? "+" : "";
  return [numberText(a), numberText(b), `${sign}${numberText(difference)}`];
}

function numberText(value: number | undefined): string {
  if (value === undefined) return NONE;
  return Number.isInteger(value) ? `${value}` : `${Number(value.toPrecision(FIGURES))}`;
}
