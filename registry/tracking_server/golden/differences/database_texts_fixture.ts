/** Where MLflow shows the client the SQL that failed. */

import type { Difference } from "../difference.ts";

/** These differences. */
export const databaseTexts: readonly Difference[] = [{
  reason: "MLflow leaves the check to its database, and shows the client the SQL that failed",
  ours: {
    experiments: {
      "POST experiments/create: a name twice": [
        400,
        "RESOURCE_ALREADY_EXISTS",
        "Experiment(name=energy) already exists. It may be deleted: restore it or choose another name.",
      ],
      "POST experiments/create: tags twice": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot create an experiment: expected each key once, got 'a' again",
      ],
      "POST experiments/update: a name that is taken": [
        400,
        "RESOURCE_ALREADY_EXISTS",
        "Experiment(name=heat) already exists. It may be deleted: restore it or choose another name.",
      ],
    },
    runs: {
      "POST runs/create: a tag twice": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot create a run: expected each key once, got 'a' again",
      ],
    },
    run_inputs: {
      "POST runs/outputs: the same at another step": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot log the output <model>: expected its step 3, got 9",
      ],
    },
    logged_models: {
      "POST logged-models: a param twice": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot create a logged model: expected each key once, got 'p' again",
      ],
      "POST logged-models/<model>/params: a param that changes": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Changing param values is not allowed. Param with key='depth' was already logged with value='3' for model ID='<model>'. Attempted logging new value '4'.",
      ],
      "POST runs/log-metric: a metric of an unknown model": [
        404,
        "RESOURCE_DOES_NOT_EXIST",
        "Logged model with ID 'm-unheard' not found.",
      ],
    },
    logged_model_search: {
      "POST logged-models/search: filter model_id IN (5)": [
        400,
        "INVALID_PARAMETER_VALUE",
        "While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: (5,)",
      ],
    },
    registered_models: {
      "POST registered-models/rename: a name that is taken": [
        400,
        "RESOURCE_ALREADY_EXISTS",
        "Registered Model (name=anomaly) already exists.",
      ],
    },
  },
}];
