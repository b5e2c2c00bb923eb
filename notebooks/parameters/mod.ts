/**
 * Parameters of notebooks, as papermill's: a cell with the tag `parameters` declares them, a cell
 * behind it sets them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseNotebook } from "../documents/mod.ts";
 * const text = await Deno.readTextFile(new URL("../01_explore.ipynb", import.meta.url));
 * const parameters = readParameters(parseNotebook(text));
 * assert.match(parametersText(parameters), /dataset: string = "synthetic-hostel"/);
 * ```
 *
 * @module
 */
export { parametersText, readGivenValues } from "./given_values.ts";
export { INJECTED_TAG, injectParameters } from "./inject_parameters.ts";
export {
  type Parameter,
  PARAMETERS_TAG,
  type ParameterType,
  readParameters,
  typeText,
} from "./parameter.ts";
export { valueTexts } from "./value_texts.ts";
