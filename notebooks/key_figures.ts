/** Key figures of a notebook: shown in the cell, kept with every run of it. */
import { type DatasetFact, FACTS_TYPE, parseFacts } from "./versions/facts.ts";

const JUPYTER_DISPLAY: unique symbol = Symbol.for("Jupyter.display");

/** Figures that the Deno kernel displays when they are the last value of a cell. */
export interface KeyFigures {
  readonly [JUPYTER_DISPLAY]: () => Record<string, unknown>;
}

/**
 * Reports figures by which the runs of a notebook are compared, as in `notebooks history`, and the
 * data they were made of.
 *
 * @param figures Finite numbers; a name holds letters, digits, spaces and `_ - . : /`.
 * @param datasets What was read, with the digest of its content.
 * @throws {TypeError} When a figure is not finite or its name cannot be that of a metric.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(Symbol.for("Jupyter.display") in keyFigures({ roc_auc: 0.75 }));
 * ```
 */
export function keyFigures(
  figures: Readonly<Record<string, number>>,
  datasets: readonly DatasetFact[] = [],
): KeyFigures {
  const report = parseFacts({ figures, datasets }, "the notebook");
  const rows = Object.entries(figures);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const shown = {
    "text/plain": rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n"),
    "text/html": `<table>${
      rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join("")
    }</table>`,
    [FACTS_TYPE]: report,
  };
  return { [JUPYTER_DISPLAY]: () => shown };
}
