/**
 * MLflow's scoring protocol: the JSON forms in which rows may be sent, and CSV.
 *
 * @module
 */
import { dataframeRecords } from "./dataframe_records.ts";
import { dataframeSplit } from "./dataframe_split.ts";
import type { InputForm } from "./input_form.ts";
import { inputs } from "./inputs.ts";
import { instances } from "./instances.ts";

/** Every JSON form, in the order in which messages name them. */
export const inputForms: readonly InputForm[] = [
  dataframeSplit,
  dataframeRecords,
  instances,
  inputs,
];
