/**
 * Notebooks as files: nbformat 4 in and out, byte for byte as Jupyter writes it, and TypeScript as
 * jupytext writes it. This folder runs nothing and knows nothing else of the project.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseNotebook, serializeNotebook } from "./mod.ts";
 * const text = await Deno.readTextFile(new URL("../01_explore.ipynb", import.meta.url));
 * assert.equal(serializeNotebook(parseNotebook(text)), text);
 * ```
 *
 * @module
 */
export { type CheckRules, readCheckRules, type Replacement } from "./comparison/check_rules.ts";
export { compareOutputs, type Mismatch } from "./comparison/compare_outputs.ts";
export { readableContents } from "./comparison/output_contents.ts";
export { changesText, type ChangesTextOptions } from "./differences/changes_text.ts";
export {
  type CellChange,
  compareNotebooks,
  type NotebookChanges,
  type OutputChange,
  type PlacedCell,
} from "./differences/compare_notebooks.ts";
export {
  type LineChange,
  lineChanges,
  tellChanges,
  type TellOptions,
} from "./differences/line_changes.ts";
export { changesHtml, type ChangesHtmlOptions } from "./html/changes_html.ts";
export { notebookHtml } from "./html/notebook_html.ts";
export { type Cell, type Notebook, parseNotebook, serializeNotebook } from "./notebook.ts";
export { readNotebook, readPaired, writeNotebook } from "./notebook_file.ts";
export type {
  DisplayOutput,
  ErrorOutput,
  MimeBundle,
  Output,
  ResultOutput,
  StreamOutput,
} from "./output.ts";
export { parsePercent } from "./percent/parse_percent.ts";
export { serializePercent } from "./percent/serialize_percent.ts";
export { stripNotebook } from "./strip.ts";
export { writeWhole } from "./whole_file.ts";
