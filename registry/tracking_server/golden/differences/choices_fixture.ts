/** Where we read the protocol otherwise than MLflow's own server. */

import type { Difference, OwnAnswer } from "../difference.ts";

/** A version that knows its logged model. */
const numberedVersion: OwnAnswer = {
  status: 200,
  json: {
    model_version: {
      name: "numbered",
      version: "4",
      creation_timestamp: "<time>",
      last_updated_timestamp: "<time>",
      current_stage: "None",
      description: "",
      source: "models:/<model>",
      run_id: "<run>",
      run_link: "",
      status: "READY",
      model_id: "<model>",
    },
  },
};

/** These differences. */
export const choices: readonly Difference[] = [{
  reason:
    "Without a positive bound, MLflow 3.4 to 3.13 answers no metric and a token that leads nowhere; we answer all",
  ours: {
    metric_history: {
      "GET metrics/get-history: no bound": { as: "GET metrics/get-history: all of it" },
      "GET metrics/get-history: a bound of 0": { as: "GET metrics/get-history: all of it" },
      "GET metrics/get-history: a bound below 0": { as: "GET metrics/get-history: all of it" },
      "GET metrics/get-history: a text as bound": { as: "GET metrics/get-history: all of it" },
    },
  },
}, {
  reason: "MLflow answers a page of nothing and a token that leads nowhere",
  ours: {
    logged_model_search: {
      "POST logged-models/search: at most -1": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid value for max_results. It must be a positive integer, but got -1",
      ],
    },
    registered_model_search: {
      "GET registered-models/search: at most 0": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid value for max_results. It must be a positive integer, but got 0",
      ],
      "GET registered-models/search: at most -1": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid value for max_results. It must be a positive integer, but got -1",
      ],
    },
  },
}, {
  reason: "A bare NaN is no JSON; MLflow takes it and logs 0",
  ours: {
    run_data: {
      "POST runs/log-metric: a bare NaN": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
      ],
    },
    bodies: {
      "POST experiments/create: a bare NaN": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Missing value for required parameter 'name'. See the API docs for more information about request parameters.",
      ],
    },
  },
}, {
  reason: "MLflow takes no parameter of a logged model again, so that a client's retry fails",
  ours: {
    logged_models: {
      "POST logged-models/<model>/params: a param again": { status: 200, json: {} },
    },
  },
}, {
  reason: "MLflow wants the id of the path in the body too",
  ours: {
    logged_models: {
      "PATCH logged-models/<model>: no id in the body": {
        as: "PATCH logged-models/<model>: ready",
      },
      "POST logged-models/<model>/params: no id in the body": { status: 200, json: {} },
    },
  },
}, {
  reason: "MLflow compares the name of a status with its number and finds nothing",
  ours: {
    logged_model_search: {
      "POST logged-models/search: filter status = 'READY'": {
        as: "POST logged-models/search: filter name = 'knn'",
      },
      "POST logged-models/search: filter status = 'PENDING'": {
        as: "POST logged-models/search: filter params.trees LIKE '1%'",
      },
    },
  },
}, {
  reason:
    "Without a digest we mean all versions of a data set, as MLflow's documentation has it; its server means those without one",
  ours: {
    logged_model_search: {
      'POST logged-models/search: data sets [{"dataset_name":"meters"}]': {
        as: "POST logged-models/search: filter name = 'forest'",
      },
    },
  },
}, {
  reason: "We tell which logged model a version comes from, which MLflow's own store forgets",
  ours: {
    model_versions: {
      "POST model-versions/create: a logged model by id": numberedVersion,
      "GET model-versions/get: a number as version": numberedVersion,
    },
  },
}, {
  reason: "Our words say what the source of a version may be",
  ours: {
    model_versions: {
      "POST model-versions/create: source models:/": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid model version source: 'models:/'. A model must be named as models:/m-…, models:/name/version or models:/name@alias",
      ],
    },
  },
}, {
  reason: "A version may come from an alias, as MLflow's own clients take it; its server fails",
  ours: {
    aliases: {
      "POST model-versions/create: an alias as source": {
        status: 200,
        json: {
          model_version: {
            name: "named",
            version: "3",
            creation_timestamp: "<time>",
            last_updated_timestamp: "<time>",
            current_stage: "None",
            description: "",
            source: "models:/named@champion",
            run_id: "",
            run_link: "",
            status: "READY",
          },
        },
      },
    },
  },
}, {
  reason: "MLflow leaves the aliases of a deleted version behind",
  ours: {
    aliases: {
      "GET registered-models/alias: an alias of a deleted version": [
        400,
        "INVALID_PARAMETER_VALUE",
        "Registered model alias a-challenger_2 not found.",
      ],
    },
  },
}, {
  reason: "RFC 6266 has a name with spaces in quotes",
  ours: {
    artifacts: {
      "GET 0/<run>/artifacts/a%20b.csv": {
        status: 200,
        headers: {
          "content-type": "text/plain",
          "content-disposition": 'attachment; filename="a b.csv"',
          "x-content-type-options": "nosniff",
        },
        text: "a,b",
      },
    },
  },
}, {
  reason: "We name the parameter that is missing; MLflow sends a page, or looks for a run None",
  ours: {
    artifacts: {
      "GET /get-artifact?run_id=<run>": {
        status: 400,
        headers: { "x-content-type-options": "nosniff" },
        json: {
          error_code: "INVALID_PARAMETER_VALUE",
          message:
            "Missing value for required parameter 'path'. See the API docs for more information about request parameters.",
        },
      },
      "GET /get-artifact?path=note.txt": {
        status: 400,
        headers: { "x-content-type-options": "nosniff" },
        json: {
          error_code: "INVALID_PARAMETER_VALUE",
          message:
            "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
        },
      },
    },
  },
}, {
  reason: "Without an experiment we take the default one, where MLflow's database finds none",
  ours: {
    runs: {
      "POST runs/create: no experiment": {
        status: 200,
        json: {
          run: {
            info: {
              run_id: "<random>",
              run_uuid: "<random>",
              run_name: "homeless",
              experiment_id: "0",
              user_id: "",
              status: "RUNNING",
              start_time: 1,
              artifact_uri: "mlflow-artifacts:/0/<random>/artifacts",
              lifecycle_stage: "active",
            },
            data: { tags: [{ key: "mlflow.runName", value: "homeless" }] },
            inputs: {},
          },
        },
      },
    },
  },
}];
