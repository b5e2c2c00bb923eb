/** What zod finds, as errors of fields. */
import type { z } from "zod";
import type { FieldError } from "./request_error.ts";

/**
 * The errors of a value, each with the path as the sender wrote it.
 *
 * @param path Where the value stands in the body.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 * const { error } = z.object({ kwh: z.number() }).safeParse({});
 * assert.deepEqual(fieldErrors(error?.issues ?? [], ["readings", 3]), [
 *   { field: "readings[3].kwh", message: "expected number, received undefined" },
 * ]);
 * ```
 */
export function fieldErrors(
  issues: readonly z.core.$ZodIssue[],
  path: readonly PropertyKey[],
): FieldError[] {
  return issues.flatMap((issue) => {
    const own = [...path, ...issue.path];
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: fieldPath([...own, key]), message: "unknown key" }))
      : [{ field: fieldPath(own), message: issue.message.replace(/^Invalid input: /, "") }];
  });
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((key) => typeof key === "number" ? `[${key}]` : `.${String(key)}`).join("")
    .replace(/^\./, "") || "body";
}
