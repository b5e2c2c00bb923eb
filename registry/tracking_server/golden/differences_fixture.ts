/** Where our answers differ from those of MLflow's own server, reason by reason. */

import type { Difference } from "./difference.ts";

/** Every difference. */
export const differences: readonly Difference[] = [
  {
    "reason": "MLflow leaves the check to its database, and shows the client the SQL that failed",
    "ours": {
      "experiments": {
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
      "runs": {
        "POST runs/create: no experiment": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Invalid experiment ID ''. Experiment ID must be a valid integer.",
        ],
        "POST runs/create: a tag twice": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Cannot create a run: expected each key once, got 'a' again",
        ],
      },
      "run_inputs": {
        "POST runs/outputs: the same at another step": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Cannot log the output <model>: expected its step 3, got 9",
        ],
      },
      "logged_models": {
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
      "logged_model_search": {
        "POST logged-models/search: filter model_id IN (5)": [
          400,
          "INVALID_PARAMETER_VALUE",
          "While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: (5,)",
        ],
      },
      "registered_models": {
        "POST registered-models/rename: a name that is taken": [
          400,
          "RESOURCE_ALREADY_EXISTS",
          "Registered Model (name=anomaly) already exists.",
        ],
      },
    },
  },
  {
    "reason": "MLflow fails with status 500, which clients try again, on a mistake of the client",
    "ours": {
      "run_data": {
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
      "log_batch": {
        "POST runs/log-batch: no body": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
        ],
      },
      "run_orders": {
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
      "logged_model_search": {
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
      "registered_model_search": {
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
      "model_versions": {
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
      "model_version_search": {
        "GET model-versions/search: filter tags.team IS NULL": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Invalid comparison clause. Expected 3 tokens found 2",
        ],
      },
      "bodies": {
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
  },
  {
    "reason": "MLflow fails with status 500 where there is no such file",
    "ours": {
      "artifacts": {
        "GET 0/<run>/artifacts/unheard.txt": {
          "status": 404,
          "headers": {
            "x-content-type-options": "nosniff",
          },
          "json": {
            "error_code": "RESOURCE_DOES_NOT_EXIST",
            "message": "No such artifact: 0/<run>/artifacts/unheard.txt",
          },
        },
        "GET /get-artifact?run_id=<run>&path=unheard.txt": {
          "status": 404,
          "headers": {
            "x-content-type-options": "nosniff",
          },
          "json": {
            "error_code": "RESOURCE_DOES_NOT_EXIST",
            "message": "No such artifact: 0/<run>/artifacts/unheard.txt",
          },
        },
      },
    },
  },
  {
    "reason": "Null is as good as absent, where MLflow fails with status 500",
    "ours": {
      "log_batch": {
        "POST runs/log-batch: null lists": {
          "status": 200,
          "json": {},
        },
      },
      "run_orders": {
        "POST runs/search: at most null": {
          "as": "POST runs/search: at most 50000",
        },
      },
    },
  },
  {
    "reason":
      "Without a positive bound, MLflow 3.4 to 3.13 answers no metric and a token that leads nowhere; we answer all",
    "ours": {
      "metric_history": {
        "GET metrics/get-history: no bound": {
          "as": "GET metrics/get-history: all of it",
        },
        "GET metrics/get-history: a bound of 0": {
          "as": "GET metrics/get-history: all of it",
        },
        "GET metrics/get-history: a bound below 0": {
          "as": "GET metrics/get-history: all of it",
        },
        "GET metrics/get-history: a text as bound": {
          "as": "GET metrics/get-history: all of it",
        },
      },
    },
  },
  {
    "reason": "MLflow answers a page of nothing and a token that leads nowhere",
    "ours": {
      "logged_model_search": {
        "POST logged-models/search: at most -1": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Invalid value for max_results. It must be a positive integer, but got -1",
        ],
      },
      "registered_model_search": {
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
  },
  {
    "reason": "A bare NaN is no JSON; MLflow takes it and logs 0",
    "ours": {
      "run_data": {
        "POST runs/log-metric: a bare NaN": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
        ],
      },
      "bodies": {
        "POST experiments/create: a bare NaN": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Missing value for required parameter 'name'. See the API docs for more information about request parameters.",
        ],
      },
    },
  },
  {
    "reason": "MLflow takes no parameter of a logged model again, so that a client's retry fails",
    "ours": {
      "logged_models": {
        "POST logged-models/<model>/params: a param again": {
          "status": 200,
          "json": {},
        },
      },
    },
  },
  {
    "reason": "MLflow wants the id of the path in the body too",
    "ours": {
      "logged_models": {
        "PATCH logged-models/<model>: no id in the body": {
          "as": "PATCH logged-models/<model>: ready",
        },
        "POST logged-models/<model>/params: no id in the body": {
          "status": 200,
          "json": {},
        },
      },
    },
  },
  {
    "reason": "MLflow compares the name of a status with its number and finds nothing",
    "ours": {
      "logged_model_search": {
        "POST logged-models/search: filter status = 'READY'": {
          "as": "POST logged-models/search: filter name = 'knn'",
        },
        "POST logged-models/search: filter status = 'PENDING'": {
          "as": "POST logged-models/search: filter params.trees LIKE '1%'",
        },
      },
    },
  },
  {
    "reason":
      "Without a digest we mean all versions of a data set, as MLflow's documentation has it; its server means those without one",
    "ours": {
      "logged_model_search": {
        'POST logged-models/search: data sets [{"dataset_name":"meters"}]': {
          "as": "POST logged-models/search: filter name = 'forest'",
        },
      },
    },
  },
  {
    "reason": "We tell which logged model a version comes from, which MLflow's own store forgets",
    "ours": {
      "model_versions": {
        "POST model-versions/create: a logged model by id": {
          "status": 200,
          "json": {
            "model_version": {
              "name": "numbered",
              "version": "4",
              "creation_timestamp": "<time>",
              "last_updated_timestamp": "<time>",
              "current_stage": "None",
              "description": "",
              "source": "models:/<model>",
              "run_id": "<run>",
              "run_link": "",
              "status": "READY",
              "model_id": "<model>",
            },
          },
        },
        "GET model-versions/get: a number as version": {
          "status": 200,
          "json": {
            "model_version": {
              "name": "numbered",
              "version": "4",
              "creation_timestamp": "<time>",
              "last_updated_timestamp": "<time>",
              "current_stage": "None",
              "description": "",
              "source": "models:/<model>",
              "run_id": "<run>",
              "run_link": "",
              "status": "READY",
              "model_id": "<model>",
            },
          },
        },
      },
    },
  },
  {
    "reason": "Our words say what the source of a version may be",
    "ours": {
      "model_versions": {
        "POST model-versions/create: source models:/": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Invalid model version source: 'models:/'. A model must be named as models:/m-…, models:/name/version or models:/name@alias",
        ],
      },
    },
  },
  {
    "reason": "A version may come from an alias, as MLflow's own clients take it; its server fails",
    "ours": {
      "aliases": {
        "POST model-versions/create: an alias as source": {
          "status": 200,
          "json": {
            "model_version": {
              "name": "named",
              "version": "3",
              "creation_timestamp": "<time>",
              "last_updated_timestamp": "<time>",
              "current_stage": "None",
              "description": "",
              "source": "models:/named@champion",
              "run_id": "",
              "run_link": "",
              "status": "READY",
            },
          },
        },
      },
    },
  },
  {
    "reason": "MLflow leaves the aliases of a deleted version behind",
    "ours": {
      "aliases": {
        "GET registered-models/alias: an alias of a deleted version": [
          400,
          "INVALID_PARAMETER_VALUE",
          "Registered model alias a-challenger_2 not found.",
        ],
      },
    },
  },
  {
    "reason": "RFC 6266 has a name with spaces in quotes",
    "ours": {
      "artifacts": {
        "GET 0/<run>/artifacts/a%20b.csv": {
          "status": 200,
          "headers": {
            "content-type": "text/plain",
            "content-disposition": 'attachment; filename="a b.csv"',
            "x-content-type-options": "nosniff",
          },
          "text": "a,b",
        },
      },
    },
  },
  {
    "reason": "We name the parameter that is missing; MLflow sends a page, or looks for a run None",
    "ours": {
      "artifacts": {
        "GET /get-artifact?run_id=<run>": {
          "status": 400,
          "headers": {
            "x-content-type-options": "nosniff",
          },
          "json": {
            "error_code": "INVALID_PARAMETER_VALUE",
            "message":
              "Missing value for required parameter 'path'. See the API docs for more information about request parameters.",
          },
        },
        "GET /get-artifact?path=note.txt": {
          "status": 400,
          "headers": {
            "x-content-type-options": "nosniff",
          },
          "json": {
            "error_code": "INVALID_PARAMETER_VALUE",
            "message":
              "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
          },
        },
      },
    },
  },
];
