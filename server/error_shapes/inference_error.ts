/** The error shape of the Open Inference Protocol. */
import { z } from "zod";
import type { ErrorShape } from "./error_shape.ts";

/**
 * JSON with the message under `error`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { RequestError } from "../request_error.ts";
 * const response = await inferenceError.write(new RequestError(404, "Cannot find a model"), "r1");
 * assert.deepEqual(await response.json(), { error: "Cannot find a model" });
 * ```
 */
export const inferenceError: ErrorShape = {
  mediaType: "application/json",
  schema: z.object({ error: z.string() })
    .meta({ id: "InferenceError", description: "An error of the Open Inference Protocol" }),
  write: ({ message, status }) => Response.json({ error: message }, { status }),
};
