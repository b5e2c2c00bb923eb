/** Values of parameters as a command line gives them. */
import { UsageError } from "../../pipelines/mod.ts";
import type { Json } from "./literal.ts";
import { type Parameter, type ParameterType, typeText } from "./parameter.ts";

/**
 * Reads `name=value` and checks it against the parameters that there are. Lists are JSON or words
 * with commas between them.
 *
 * @returns The values by name.
 * @throws {UsageError} On an unknown parameter, a value of another type, or none where there is no
 *   default: names the parameters there are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const days = { name: "days", keyword: "const", type: "number", fallback: "7" } as const;
 * assert.deepEqual(readGivenValues(["days=30"], [days]), { days: 30 });
 * assert.throws(() => readGivenValues(["days=many"], [days]), {
 *   message: 'Cannot set "days": expected number, got "many"; there are days: number = 7',
 * });
 * ```
 */
export function readGivenValues(
  given: readonly string[],
  parameters: readonly Parameter[],
): Record<string, Json> {
  const values: Record<string, Json> = {};
  const there = `there are ${parametersText(parameters)}`;
  for (const text of given) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined) {
      throw new UsageError(`Cannot read --param: expected NAME=VALUE, got "${text}"`);
    }
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined) {
      throw new UsageError(`Cannot set "${name}": expected a parameter of the notebook; ${there}`);
    }
    if (name in values) throw new UsageError(`Cannot set "${name}" twice: got "${value}" again`);
    const read = readValue(value, parameter.type);
    if (read === undefined) {
      const type = typeText(parameter.type);
      throw new UsageError(`Cannot set "${name}": expected ${type}, got "${value}"; ${there}`);
    }
    values[name] = read;
  }
  const missing = parameters.find(({ name, fallback }) =>
    fallback === undefined && !(name in values)
  );
  if (missing !== undefined) {
    const { name } = missing;
    throw new UsageError(
      `Cannot leave out "${name}": expected --param ${name}=VALUE; ${there}`,
    );
  }
  return values;
}

/**
 * Parameters in one line.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const grain = { name: "grain", keyword: "let", type: ["hour", "day"], fallback: '"day"' } as const;
 * assert.equal(parametersText([grain]), 'grain: "hour" | "day" = "day"');
 * assert.equal(parametersText([]), "none");
 * ```
 */
export function parametersText(parameters: readonly Parameter[]): string {
  const texts = parameters.map(({ name, type, fallback }) =>
    `${name}: ${typeText(type)}${fallback === undefined ? "" : ` = ${fallback}`}`
  );
  return texts.length === 0 ? "none" : texts.join(", ");
}

function readValue(text: string, type: ParameterType): Json | undefined {
  if (typeof type !== "string") return type.includes(text) ? text : undefined;
  switch (type) {
    case "string":
      return text;
    case "number": {
      const value = text.trim() === "" ? NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "json":
      return parseJson(text);
    default:
      return readList(text, type);
  }
}

function readList(text: string, type: "string[]" | "number[]" | "boolean[]"): Json | undefined {
  const kind = type.slice(0, -2) as "string" | "number" | "boolean";
  if (text.startsWith("[")) {
    const list = parseJson(text);
    return Array.isArray(list) && list.every((one) => typeof one === kind) ? list : undefined;
  }
  const values = text === "" ? [] : text.split(",").map((one) => readValue(one, kind));
  return values.every((one) => one !== undefined) ? values : undefined;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever asked is told what was expected.
    return undefined;
  }
}
