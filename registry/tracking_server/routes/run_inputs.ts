/** `/runs/log-inputs` and `/runs/outputs`: data sets and models of a run. */

import { requireLength } from "../requests/key_rules.ts";
import {
  integer,
  listOf,
  objectOf,
  pairList,
  required,
  requiredText,
  text,
  type Values,
} from "../requests/parameters.ts";
import type { Pair } from "../records/pairs.ts";
import { requireRunId } from "../requests/run_key.ts";
import { writeRunInput, writeRunOutput } from "../records/run_inputs.ts";
import { readActiveRun } from "../records/runs.ts";
import { defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const dataset = {
  name: requiredText,
  digest: requiredText,
  source_type: requiredText,
  source: requiredText,
  schema: text,
  profile: text,
};

const logInputs = defineWrite({
  method: "POST",
  path: "runs/log-inputs",
  parameters: {
    run_id: requiredText,
    datasets: listOf({ tags: pairList, dataset: objectOf(dataset) }),
    models: listOf({ model_id: requiredText }),
  },
  answer({ database }, { run_id, datasets, models }) {
    requireRunId(run_id);
    for (const { dataset, tags } of datasets) requireShort(dataset, tags);
    const run = readActiveRun(database, run_id);
    for (const input of datasets) writeRunInput(database, run, input);
    for (const { model_id } of models) {
      database.run(
        "INSERT INTO run_model_inputs VALUES (?, ?) ON CONFLICT DO NOTHING",
        run_id,
        model_id,
      );
    }
    return {};
  },
});

const logOutputs = defineWrite({
  method: "POST",
  path: "runs/outputs",
  parameters: {
    run_id: requiredText,
    models: required(listOf({ model_id: requiredText, step: integer })),
  },
  answer({ database }, { run_id, models }) {
    readActiveRun(database, run_id);
    for (const { model_id, step } of models) {
      writeRunOutput(database, run_id, model_id, step ?? 0);
    }
    return {};
  },
});

/** The endpoints that record what a run read and produced. */
export const runInputRoutes: readonly Route[] = [logInputs, logOutputs];

function requireShort(given: Values<typeof dataset>, tags: readonly Pair[]): void {
  requireLength("name", given.name, 500);
  requireLength("digest", given.digest, 36);
  requireLength("source", given.source, 65_535);
  requireLength("schema", given.schema ?? "", 1_048_575);
  requireLength("profile", given.profile ?? "", 16_777_215);
  for (const { key, value } of tags) {
    requireLength("key", key, 255);
    requireLength("value", value, 500);
  }
}
