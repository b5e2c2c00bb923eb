/** Parameters that take one of some names, as protobuf's JSON has its enums. */

import { stringifyExact } from "../exact_json.ts";
import type { Parameter } from "./parameters.ts";
import { TrackingError } from "./tracking_error.ts";

/**
 * One of `names`, or its number, that may be absent.
 *
 * @param names In the order of their numbers, which protobuf counts from 1 here.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const status = enumeration(["RUNNING", "SCHEDULED", "FINISHED"]);
 * assert.equal(status.read(3, "status"), "FINISHED");
 * assert.throws(() => status.read(4, "status"), /It must be one of RUNNING, SCHEDULED, FINISHED/);
 * ```
 */
export function enumeration<N extends string>(names: readonly N[]): Parameter<N | undefined> {
  return {
    required: false,
    read(value, at) {
      if (value === undefined) return undefined;
      const found = names.find((name, i) => [name, i + 1, String(i + 1)].includes(value as N));
      if (found !== undefined) return found;
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Invalid value ${
          stringifyExact(value)
        } for parameter '${at}' supplied:  Hint: It must be one of ${names.join(", ")}`,
      );
    },
  };
}
