import { testInputForm } from "./conformance.ts";
import { inputs } from "./inputs.ts";

testInputForm(
  inputs,
  (columns, rows) =>
    Object.fromEntries(columns.map((name, j) => [name, rows.map((row) => row[j])])),
);
