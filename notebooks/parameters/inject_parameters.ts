/** A notebook whose parameters have other values. */
import type { Cell, Notebook } from "../documents/mod.ts";
import type { Json } from "./literal.ts";
import { type Parameter, PARAMETERS_TAG, tagsOf } from "./parameter.ts";

/** The tag of the cell that sets parameters, as papermill's. */
export const INJECTED_TAG = "injected-parameters";

/**
 * Puts a cell behind the one that declares the parameters, in place of an earlier such cell, and
 * notes the values in the notebook's metadata, as papermill does. The cell declares the variables
 * again, which cells of a Deno kernel may, here and in Jupyter.
 *
 * @param values By name of parameter; the others keep their defaults.
 * @returns The same notebook where there are no values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const days = { name: "days", keyword: "const", type: "number", fallback: "7" } as const;
 * const metadata = { tags: ["parameters"] };
 * const cell = { cell_type: "code", id: "a", metadata, source: "const days = 7;" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const { cells } = injectParameters(notebook, [days], { days: 30 });
 * assert.deepEqual(cells.map(({ source }) => source), ["const days = 7;", "// Parameters\nconst days = 30;"]);
 * ```
 */
export function injectParameters(
  notebook: Notebook,
  parameters: readonly Parameter[],
  values: Readonly<Record<string, Json>>,
): Notebook {
  const set = parameters.filter(({ name }) => name in values);
  if (set.length === 0) return notebook;
  const lines = set.map(({ name, keyword, annotation }) => {
    const type = annotation === undefined ? "" : `: ${annotation}`;
    return `${keyword} ${name}${type} = ${JSON.stringify(values[name])};`;
  });
  const others = notebook.cells.filter((cell) => !tagsOf(cell).includes(INJECTED_TAG));
  const injected: Cell = {
    cell_type: "code",
    id: freeId(others),
    metadata: { tags: [INJECTED_TAG] },
    source: ["// Parameters", ...lines].join("\n"),
    execution_count: null,
    outputs: [],
  };
  const at = others.findIndex((cell) =>
    cell.cell_type === "code" && tagsOf(cell).includes(PARAMETERS_TAG)
  );
  const known = notebook.metadata.wattbook as Readonly<Record<string, unknown>> | undefined;
  return {
    ...notebook,
    cells: others.toSpliced(at + 1, 0, injected),
    metadata: { ...notebook.metadata, wattbook: { ...known, parameters: values } },
  };
}

function freeId(cells: readonly Cell[]): string {
  const taken = new Set(cells.map(({ id }) => id));
  let id = INJECTED_TAG;
  for (let i = 2; taken.has(id); i++) id = `${INJECTED_TAG}-${i}`;
  return id;
}
