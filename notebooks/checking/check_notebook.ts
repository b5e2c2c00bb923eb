/** Whether a notebook shows what its code does. */
import {
  type Cell,
  type CheckRules,
  compareOutputs,
  lineChanges,
  type Mismatch,
  type Notebook,
  readableContents,
  readCheckRules,
  tellChanges,
} from "../documents/mod.ts";
import { CellError, runNotebook } from "../runner/mod.ts";
import { checkOrder } from "./execution_order.ts";
import type { Finding } from "./finding.ts";
import { findTypeErrors } from "./type_errors.ts";

const TRACEBACK_LINES = 5;

/** How a notebook is checked. */
export interface CheckOptions {
  /** Folder of the notebook, in which it runs. */
  readonly cwd: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Environment variables of the kernel beside ours. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds that one cell may take. */
  readonly cellTimeoutMs: number;
  /** Ends the run when aborted: the cell that ran then is the failure. */
  readonly signal?: AbortSignal;
}

/** What a check found. */
export interface CheckedNotebook {
  /** Nothing when the notebook is as it should be. */
  readonly findings: readonly Finding[];
  /** Cells whose outputs are not compared, each with its reason. */
  readonly skipped: readonly Omit<Finding, "kind">[];
  /**
   * The notebook with the outputs of the fresh run where they are not equal by the rules, as stored
   * where they are; absent when the run failed.
   */
  readonly updated?: Notebook;
}

/**
 * Runs a notebook afresh and holds its stored outputs against those of the run, cell by cell, by the
 * rules in its metadata; looks at its types and its order as well. Code that was changed after it
 * was stored is found by what it now shows: no digest of it is kept. Nothing runs where rules cannot
 * be read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: 1 } as const;
 * const stored = { output_type: "stream", name: "stdout", text: "41\n" } as const;
 * const cells = [{ ...cell, source: "console.log(6 * 7)", outputs: [stored] }];
 * const { findings } = await checkNotebook(
 *   { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 },
 *   { cwd: await Deno.makeTempDir(), now: Date.now, env: {}, cellTimeoutMs: 60_000 },
 * );
 * assert.deepEqual(findings, [{
 *   kind: "outputs",
 *   cell: 1,
 *   message: 'Output 1 (stdout) of "console.log(6 * 7)" is not what is stored',
 *   details: ["- 41", "+ 42"],
 * }]);
 * ```
 */
export async function checkNotebook(
  notebook: Notebook,
  options: CheckOptions,
): Promise<CheckedNotebook> {
  const rules: CheckRules[] = [];
  for (const [i, cell] of notebook.cells.entries()) {
    try {
      rules.push(readCheckRules(notebook.metadata, cell.metadata));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { findings: [{ kind: "failure", cell: i + 1, message: error.message }], skipped: [] };
    }
  }
  const [types, run] = await Promise.all([
    findTypeErrors(notebook, options.cwd),
    runToEnd(notebook, options),
  ]);
  const compared = notebook.cells.map((cell, i) => ({
    cell: i + 1,
    mismatches: i < run.length && rules[i].skip === undefined
      ? compareOutputs(cell.outputs ?? [], run.notebook.cells[i].outputs ?? [], rules[i])
      : [],
  }));
  const order = checkOrder(notebook);
  return {
    findings: [
      ...order,
      ...types,
      ...compared.flatMap(({ cell, mismatches }) =>
        mismatches.map((one) => mismatchFinding(one, cell, notebook.cells[cell - 1].source))
      ),
      ...run.failure,
    ],
    skipped: rules.flatMap(({ skip }, i) =>
      skip === undefined ? [] : [{ cell: i + 1, message: skip }]
    ),
    ...(run.failure.length === 0 && {
      updated: {
        ...notebook,
        cells: notebook.cells.map((cell, i) => ({
          ...cell,
          ...(cell.cell_type === "code" && {
            execution_count: run.notebook.cells[i].execution_count,
            outputs: compared[i].mismatches.length > 0
              ? run.notebook.cells[i].outputs
              : recounted(cell, run.notebook.cells[i]),
          }),
        })),
      },
    }),
  };
}

/** Cells before the one that failed are worth comparing, too. */
async function runToEnd(
  notebook: Notebook,
  options: CheckOptions,
): Promise<{ notebook: Notebook; length: number; failure: Finding[] }> {
  try {
    const executed = await runNotebook(notebook, options);
    return { notebook: executed, length: executed.cells.length, failure: [] };
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    const { cell, line, text, ename, evalue, traceback, notebook: executed } = error.failure;
    const finding: Finding = {
      kind: "failure",
      cell,
      ...(line !== undefined && { line }),
      message: `Cannot run "${text}": ${ename}: ${evalue}`,
      details: traceback.slice(1, 1 + TRACEBACK_LINES),
    };
    return { notebook: executed, length: cell - 1, failure: [finding] };
  }
}

function mismatchFinding(
  { output, kind, expected, got }: Mismatch,
  cell: number,
  source: string,
): Finding {
  const what = output === undefined ? "The list of outputs" : `Output ${output} (${kind})`;
  const [left, right] = [expected, got].map((text) => readableContents(kind, text));
  return {
    kind: "outputs",
    cell,
    message: `${what} of "${source.trim().split("\n", 1)[0]}" is not what is stored`,
    details: tellChanges(lineChanges(left, right)),
  };
}

/** Outputs that are equal by the rules stay, as a new digit in each run would be noise. */
function recounted({ outputs = [] }: Cell, { execution_count = null }: Cell): Cell["outputs"] {
  return outputs.map((output) =>
    output.output_type === "execute_result" ? { ...output, execution_count } : output
  );
}
