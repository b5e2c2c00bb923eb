/** Parameters of a notebook: what its cell with the tag `parameters` declares. */
import type { Notebook } from "../documents/mod.ts";
import { type Declaration, readDeclarations } from "./declarations.ts";
import { type Json, readLiteral } from "./literal.ts";

/** The tag of the cell that declares parameters, as papermill's. */
export const PARAMETERS_TAG = "parameters";

/** The types that a value can be checked against; `"json"` takes any. */
export const PLAIN_TYPES = [
  "string",
  "number",
  "boolean",
  "string[]",
  "number[]",
  "boolean[]",
  "json",
] as const;

/** One of them, or the texts that there are to choose from. */
export type ParameterType = typeof PLAIN_TYPES[number] | readonly string[];

/** One parameter. */
export interface Parameter {
  readonly name: string;
  readonly keyword: Declaration["keyword"];
  readonly type: ParameterType;
  /** The type as written, where it is. */
  readonly annotation?: string;
  /** The default as written. */
  readonly fallback?: string;
}

/**
 * The parameters of a notebook, in order. The type is that of the annotation, else of the literal;
 * a variable whose value has to be computed is a parameter only where it has an annotation.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const metadata = { tags: ["parameters"] };
 * const cell = { cell_type: "code", id: "a", metadata, source: "const days = 7;" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const [{ name, type, fallback }] = readParameters(notebook);
 * assert.deepEqual([name, type, fallback], ["days", "number", "7"]);
 * ```
 */
export function readParameters({ cells }: Notebook): Parameter[] {
  const cell = cells.find((cell) =>
    cell.cell_type === "code" && tagsOf(cell).includes(PARAMETERS_TAG)
  );
  return readDeclarations(cell?.source ?? "").flatMap(
    ({ keyword, name, annotation, initializer }) => {
      const type = annotation === undefined
        ? typeOfValue(readLiteral(initializer ?? ""))
        : typeOfAnnotation(annotation);
      return type === undefined ? [] : [{ name, keyword, type, annotation, fallback: initializer }];
    },
  );
}

/**
 * The tags of a cell.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(tagsOf({ metadata: { tags: ["parameters"] } }), ["parameters"]);
 * assert.deepEqual(tagsOf({ metadata: {} }), []);
 * ```
 */
export function tagsOf(
  { metadata }: Pick<Notebook["cells"][number], "metadata">,
): readonly string[] {
  return Array.isArray(metadata.tags) ? metadata.tags : [];
}

/**
 * How a type is told to a person.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(typeText(["hour", "day"]), '"hour" | "day"');
 * assert.equal(typeText("json"), "JSON");
 * ```
 */
export function typeText(type: ParameterType): string {
  if (typeof type !== "string") return type.map((text) => JSON.stringify(text)).join(" | ");
  return type === "json" ? "JSON" : type;
}

function typeOfValue(value: Json | undefined): ParameterType | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "object") return typeof value as "string" | "number" | "boolean";
  if (!Array.isArray(value) || value.length === 0) return "json";
  const [type, ...others] = new Set(value.map((one) => typeof one));
  return others.length > 0 || type === "object" ? "json" : `${type}[]` as ParameterType;
}

function typeOfAnnotation(annotation: string): ParameterType {
  const plain = annotation.replace(/^readonly\s+/, "")
    .replace(/^(?:Readonly)?Array<(\w+)>$/, "$1[]");
  const choices = annotation.replace(/^\|/, "").split("|").map((one) => readLiteral(one.trim()));
  if (choices.every((one) => typeof one === "string")) return choices;
  return PLAIN_TYPES.find((type) => type === plain) ?? "json";
}
