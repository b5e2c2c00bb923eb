/** Where MLflow fails with status 500. */

import type { Difference } from "../difference.ts";

/** These differences. */
export const failures: readonly Difference[] = [{
  reason: "MLflow fails with status 500, which clients try again, on a mistake of the client",
  ours: {
    run_data: {
      "POST runs/log-metric: value [1]": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid value [1] for parameter 'value' supplied:  Hint: Value was of type 'list'. See the API docs for more information about request parameters.",
      ],
      'POST runs/log-metric: value {"a":1}': [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid value {\"a\":1} for parameter 'value' supplied:  Hint: Value was of type 'dict'. See the API docs for more information about request parameters.",
      ],
    },
    log_batch: {
      "POST runs/log-batch: no body": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
      ],
    },
    run_orders: {
      'POST runs/search: order ["metrics.auc","metrics.auc DESC"]': [
        400,
        "INVALID_PARAMETER_VALUE",
        "`order_by` contains duplicate fields: ['metrics.auc', 'metrics.auc DESC']",
      ],
      "POST runs/search: a text as experiment": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid experiment ID 'energy'. Experiment ID must be a valid integer.",
      ],
    },
    logged_model_search: {
      "POST logged-models/search: filter creation_timestamp = 'x'": [
        400,
        "INVALID_PARAMETER_VALUE",
        "could not convert string to float: \"'x'\"",
      ],
      "POST logged-models/search: filter metrics.auc > '0.6'": [
        400,
        "INVALID_PARAMETER_VALUE",
        "could not convert string to float: \"'0.6'\"",
      ],
      "POST logged-models/search: a text as experiment": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid experiment ID 'energy'. Experiment ID must be a valid integer.",
      ],
      "POST logged-models/search: a bad token": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid page token: abc",
      ],
    },
    registered_model_search: {
      "GET registered-models/search: filter name IS NULL": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid comparison clause. Expected 3 tokens found 2",
      ],
      "GET registered-models/search: filter tags.team IS NULL": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid comparison clause. Expected 3 tokens found 2",
      ],
      "GET registered-models/search: a key to order by twice": [
        400,
        "INVALID_PARAMETER_VALUE",
        "`order_by` contains duplicate fields: ['name', 'name']",
      ],
    },
    model_versions: {
      "POST model-versions/create: source models:/numbered": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid model version source: 'models:/numbered'. A model must be named as models:/m-…, models:/name/version or models:/name@alias",
      ],
      "POST model-versions/create: source models:/numbered/9": [
        404,
        "RESOURCE_DOES_NOT_EXIST",
        "Model Version (name=numbered, version=9) not found",
      ],
      "POST model-versions/create: source models:/numbered@unheard": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Registered model alias unheard not found.",
      ],
      "POST model-versions/create: source models:/m-unheard": [
        404,
        "RESOURCE_DOES_NOT_EXIST",
        "Logged model with ID 'm-unheard' not found.",
      ],
      "POST model-versions/create: source models:/unheard/1": [
        404,
        "RESOURCE_DOES_NOT_EXIST",
        "Model Version (name=unheard, version=1) not found",
      ],
    },
    model_version_search: {
      "GET model-versions/search: filter tags.team IS NULL": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid comparison clause. Expected 3 tokens found 2",
      ],
    },
    bodies: {
      "POST experiments/create: a list": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot read the body: expected a JSON object",
      ],
      "POST experiments/create: a list of texts": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot read the body: expected a JSON object",
      ],
      "POST experiments/create: a number": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot read the body: expected a JSON object",
      ],
      "POST experiments/create: true": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot read the body: expected a JSON object",
      ],
      "POST experiments/create: a text that is no JSON": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Missing value for required parameter 'name'. See the API docs for more information about request parameters.",
      ],
      "POST experiments/create: encoded three times": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Cannot read the body: expected a JSON object",
      ],
    },
  },
}, {
  reason: "MLflow fails with status 500 where there is no such file",
  ours: {
    artifacts: {
      "GET 0/<run>/artifacts/unheard.txt": {
        status: 404,
        headers: { "x-content-type-options": "nosniff" },
        json: {
          error_code: "RESOURCE_DOES_NOT_EXIST",
          message: "No such artifact: 0/<run>/artifacts/unheard.txt",
        },
      },
      "GET /get-artifact?run_id=<run>&path=unheard.txt": {
        status: 404,
        headers: { "x-content-type-options": "nosniff" },
        json: {
          error_code: "RESOURCE_DOES_NOT_EXIST",
          message: "No such artifact: 0/<run>/artifacts/unheard.txt",
        },
      },
    },
  },
}, {
  reason: "Null is as good as absent, where MLflow fails with status 500",
  ours: {
    log_batch: { "POST runs/log-batch: null lists": { status: 200, json: {} } },
    run_orders: { "POST runs/search: at most null": { as: "POST runs/search: at most 50000" } },
  },
}];
