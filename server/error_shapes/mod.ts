/**
 * How errors are written: one shape per protocol.
 *
 * @module
 */
import { errorPage } from "./error_page.ts";
import { inferenceError } from "./inference_error.ts";
import { mlflowError } from "./mlflow_error.ts";
import { problemJson } from "./problem_json.ts";

/** Every error shape by name. */
export const errorShapes = { errorPage, inferenceError, mlflowError, problemJson } as const;
