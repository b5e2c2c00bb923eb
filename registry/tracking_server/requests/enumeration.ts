/** Parameters that take one of some names, as protobuf's JSON has its enums. */

import { type Check, checks } from "./parameter_checks.ts";
import type { Parameter } from "./parameters.ts";
import { readInteger } from "./protobuf_json.ts";

/** How a parameter with names is read. */
export interface EnumerationRules {
  /** @default {1} */
  readonly first?: number;
  /** @default {that it is a text} */
  readonly checks?: readonly Check[];
}

/**
 * One of `names`, or its number, that may be absent.
 *
 * @param names In the order of their numbers.
 * @param rules The number of the first name, and what MLflow checks of the parameter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readParameters } from "./parameters.ts";
 * const status = enumeration(["RUNNING", "SCHEDULED", "FINISHED"]);
 * assert.deepEqual(readParameters({ status }, { status: 3 }), { status: "FINISHED" });
 * assert.deepEqual(readParameters({ status }, { status: "DONE" }), { status: undefined });
 * assert.throws(() => readParameters({ status }, { status: 4 }), /Invalid value 4/);
 * ```
 */
export function enumeration<N extends string>(
  names: readonly N[],
  rules: EnumerationRules = {},
): Parameter<N | undefined> {
  return {
    absent: undefined,
    checks: rules.checks ?? [checks.text],
    read(given) {
      const number = typeof given === "boolean" ? Number(given) : readInteger(given);
      const value = names.find((name) => name === given) ??
        names[Number(number) - (rules.first ?? 1)];
      // Protobuf passes over names that it does not know, but not over numbers.
      const isName = typeof given === "string" && number === undefined;
      return { value, complete: value !== undefined || isName };
    },
  };
}
