/** What parameters are set to, for those who keep texts only. */
import { type Json, readLiteral } from "./literal.ts";
import type { Parameter } from "./parameter.ts";

/**
 * The value of every parameter as text, given or by default: texts as they are, else JSON, else, of
 * a default that has to be computed, as written.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const days = { name: "days", keyword: "const", type: "number", fallback: "7" } as const;
 * const grain = { name: "grain", keyword: "const", type: "string", fallback: "'hour'" } as const;
 * assert.deepEqual(valueTexts([days, grain], { days: 30 }), { days: "30", grain: "hour" });
 * ```
 */
export function valueTexts(
  parameters: readonly Parameter[],
  values: Readonly<Record<string, Json>>,
): Record<string, string> {
  const texts = parameters.map(({ name, fallback = "" }) => {
    const value = name in values ? values[name] : readLiteral(fallback) ?? fallback;
    return [name, typeof value === "string" ? value : JSON.stringify(value)];
  });
  return Object.fromEntries(texts);
}
