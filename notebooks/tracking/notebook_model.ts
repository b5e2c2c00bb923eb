/** A registered model in a notebook. */
import { explain, type Matrix, type Scores, type ScoringSession } from "../../models/mod.ts";
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import {
  type ColumnArrays,
  type ColumnKind,
  escapeHtml,
  type Table,
  table,
  toMatrix,
} from "../tables/mod.ts";

/** What a model scores: a matrix, a table or plain rows, with the columns of the model. */
export type ModelRows = Matrix | Table<unknown> | readonly object[];

/** A loaded model version; it shows itself as a card. */
export interface NotebookModel extends AsyncDisposable, ServedModel {
  /** Names of the detectors of the ensemble. */
  readonly members: readonly string[];
  /**
   * Scores rows: a table of the texts and times in them, such as `meter_id` and `ts`, then `score`
   * from 0 to 1, `label` and the score of each member, then what else stands beside the model's
   * columns.
   *
   * @throws {TypeError} When a column of the model is missing.
   */
  score(rows: ModelRows): Promise<Table>;
  /**
   * What features count for in rows: `feature` and `importance`, the mean change of the score when
   * the feature takes its usual value of training. Costs a scoring of all rows per feature.
   */
  importance(rows: ModelRows): Promise<Table<{ feature: string; importance: number }>>;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/html": string; readonly "text/plain": string };
}

/**
 * Makes a served model convenient in a notebook; disposing of it closes its session.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * const model = notebookModel(hostel.model);
 * const row = Object.fromEntries(model.columns.map((name) => [name, 0]));
 * const scored = await model.score([{ meter_id: "room-1", ...row }]);
 * assert.deepEqual(scored.texts("meter_id"), ["room-1"]);
 * ```
 */
export function notebookModel(model: ServedModel): NotebookModel {
  const { columns, session, profile } = model;
  const { members } = session;
  return {
    ...model,
    members,
    async score(rows) {
      const { x, keys, beside } = read(rows, columns);
      const scores = scoreColumns(await session.score(x), members);
      // In this order the keys and scores are seen first, and nothing of the same name hides them.
      return table({ ...keys, ...scores, ...beside, ...scores });
    },
    async importance(rows) {
      const { x } = read(rows, columns);
      const medians = new Map(profile.columns.map(({ column, median }) => [column, median]));
      const usual = columns.map((column) => medians.get(column) ?? NaN);
      return table(meanDrops(columns, await explain(session, x, usual)));
    },
    [JUPYTER_DISPLAY]: () => card(model, session),
    [Symbol.asyncDispose]: () => session.close(),
  };
}

/** The model's columns as a matrix, and what else the rows hold. */
function read(
  rows: ModelRows,
  columns: readonly string[],
): { x: Matrix; keys: ColumnArrays; beside: ColumnArrays } {
  if ("values" in rows && !Array.isArray(rows)) return { x: rows as Matrix, keys: {}, beside: {} };
  const given: Table<unknown> = "toArquero" in rows ? rows : table<object>(rows as object[]);
  const missing = columns.filter((name) => !given.columns.some((column) => column.name === name));
  if (missing.length > 0) {
    throw new TypeError(
      `Cannot score rows without the columns of the model: missing are ${missing.join(", ")}`,
    );
  }
  const others = given.columns.filter(({ name }) => !columns.includes(name));
  const valuesOf = (kinds: readonly ColumnKind[]): ColumnArrays =>
    Object.fromEntries(
      others.filter(({ kind }) => kinds.includes(kind))
        .map(({ name, kind }) => [name, besideValues(given, name, kind)]),
    );
  return {
    x: toMatrix(given, columns),
    keys: valuesOf(["text", "time"]),
    beside: valuesOf(["number", "boolean"]),
  };
}

function besideValues(given: Table<unknown>, name: string, kind: ColumnKind): ArrayLike<unknown> {
  if (kind === "text") return given.texts(name);
  const numbers = given.numbers(name);
  if (kind === "number") return numbers;
  return Array.from(numbers, (value) => {
    if (Number.isNaN(value)) return null;
    return kind === "time" ? new Date(value) : value === 1;
  });
}

function scoreColumns(
  { score, label, memberScores }: Scores,
  members: readonly string[],
): Record<string, ArrayLike<unknown>> {
  const own = members.map((name, member) => [
    name,
    Float64Array.from(score, (_, row) => memberScores[row * members.length + member]),
  ]);
  return {
    score: Float64Array.from(score),
    label: Array.from(label, (value) => value === 1),
    ...Object.fromEntries(own),
  };
}

function meanDrops(
  columns: readonly string[],
  explanations: Awaited<ReturnType<typeof explain>>,
): { feature: string; importance: number }[] {
  return columns.map((feature, i) => ({
    feature,
    importance: explanations.reduce((sum, { features }) => sum + Math.abs(features[i].drop), 0) /
      explanations.length,
  })).sort((a, b) => b.importance - a.importance || (a.feature < b.feature ? -1 : 1));
}

/** Without the ids of run and model, which differ each time the same model is trained. */
function card(
  { name, version, columns, threshold, views }: ServedModel,
  { members }: ScoringSession,
): { "text/html": string; "text/plain": string } {
  const title = `${name}, version ${version}`;
  const facts: [string, string][] = [
    ["reports from a score of", String(Number(threshold.toPrecision(4)))],
    [`${members.length} members`, members.join(", ")],
    [`${columns.length} columns`, columns.join(", ")],
    [`${views.length} feature views`, views.map((view) => view.name).join(", ")],
  ];
  const lines = facts.map(([what, value]) =>
    `<tr><th style="text-align:left;vertical-align:top;font-weight:normal;opacity:0.7;` +
    `white-space:nowrap">${escapeHtml(what)}</th>` +
    `<td style="text-align:left">${escapeHtml(value)}</td></tr>`
  );
  return {
    "text/html": `<div style="font-weight:600">${escapeHtml(title)}</div>` +
      `<table style="border-collapse:collapse;font-size:0.9em">${lines.join("")}</table>`,
    "text/plain": [title, ...facts.map(([what, value]) => `${what}: ${value}`)].join("\n"),
  };
}
