/** `/runs/log-inputs` and `/runs/outputs`: data sets and models of a run. */

import { integer, listOf, objectOf, pairList, requiredText, text } from "../parameters.ts";
import { writeRunInput } from "../records/run_inputs.ts";
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
  parameters: { run_id: requiredText, models: listOf({ model_id: requiredText, step: integer }) },
  answer({ database }, { run_id, models }) {
    readActiveRun(database, run_id);
    for (const { model_id, step } of models) {
      database.run(
        `INSERT INTO run_model_outputs VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET step = excluded.step`,
        ...[run_id, model_id, step ?? 0],
      );
    }
    return {};
  },
});

/** The endpoints that record what a run read and produced. */
export const runInputRoutes: readonly Route[] = [logInputs, logOutputs];
