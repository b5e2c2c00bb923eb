/** The line that begins a cell in a text of the percent format, such as `// %% tags=["parameters"]`. */
import { pythonJson } from "../python_json.ts";

/** What a marker says of its cell. */
export interface Marker {
  readonly cellType: "code" | "markdown" | "raw";
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Metadata that says how a cell is shown or ran, which jupytext leaves in the notebook. */
const UNWRITTEN: readonly string[] = [
  "autoscroll",
  "collapsed",
  "scrolled",
  "trusted",
  "execution",
  "ExecuteTime",
  "skipline",
  "noskipline",
  "cell_marker",
  "lines_to_next_cell",
  "lines_to_end_of_cell_marker",
];

/** Whether a line of text begins a cell. */
export function isMarker(line: string): boolean {
  return /^\s*\/\/\s*(%%%*\s.*|%%|<codecell>|In\[[0-9 ]*\]:?\s*)$/.test(line);
}

/**
 * The metadata of a cell that its text tells; the rest is kept by the notebook alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const metadata = { tags: [], name: "load", collapsed: true, "not a key": 1 };
 * assert.deepEqual(writtenMetadata(metadata), { name: "load" });
 * ```
 */
export function writtenMetadata(metadata: Marker["metadata"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(metadata).filter(([key, value]) =>
      /^[a-zA-Z0-9_.@/-]+$/.test(key) && !UNWRITTEN.includes(key) &&
      !(key === "tags" && Array.isArray(value) && value.length === 0)
    ),
  );
}

/**
 * Writes a marker, without indentation.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const metadata = { title: "Load", tags: ["parameters"] };
 * assert.equal(formatMarker({ cellType: "code", metadata }), '// %% Load tags=["parameters"]');
 * assert.equal(formatMarker({ cellType: "raw", metadata: {} }), "// %% [raw]");
 * ```
 */
export function formatMarker({ cellType, metadata }: Marker): string {
  const { title, cell_depth, region_name, ...rest } = writtenMetadata(metadata);
  const words = [
    ...(title === undefined ? [] : [String(title)]),
    ...(cellType === "code" ? [] : [`[${region_name ?? cellType}]`]),
    ...Object.entries(rest).map(([key, value]) => {
      if (key === "incorrectly_encoded_metadata") return String(value);
      return value === null ? key : `${key}=${pythonJson(value)}`;
    }),
  ].join(" ");
  const depth = "%".repeat(Number(cell_depth ?? 0));
  return `// %%${[depth, words].filter((part) => part !== "").join(" ").replace(/^(?!%|$)/, " ")}`;
}

/**
 * Reads a marker. Options that are neither JSON nor a bare word are kept as they stand, under
 * `incorrectly_encoded_metadata`, as jupytext does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseMarker('// %% Load [markdown] name="a b" hidden'), {
 *   cellType: "markdown",
 *   metadata: { title: "Load", name: "a b", hidden: null },
 * });
 * ```
 */
export function parseMarker(line: string): Marker {
  const text = /%%(.*)$/.exec(line)?.[1].trim() ?? "";
  const [heading, options] = splitHeading(text);
  const type = ["markdown", "raw", "md"].find((one) => heading.includes(`[${one}]`));
  const named = type === undefined ? heading : heading.replaceAll(`[${type}]`, "").trim();
  const [, depth, title] = /^(%*)(.*)$/.exec(named)!;
  return {
    cellType: type === undefined ? "code" : type === "raw" ? "raw" : "markdown",
    metadata: {
      ...(depth !== "" && { cell_depth: depth.length }),
      ...(title.trim() !== "" && { title: title.trim() }),
      ...(type === "md" && { region_name: type }),
      ...options,
    },
  };
}

/** Title and cell type are the words before the first `key=` or `{`. */
function splitHeading(text: string): [string, Record<string, unknown>] {
  const brace = text.indexOf("{");
  const equals = text.indexOf("=");
  if (brace >= 0 && (equals < 0 || brace < equals)) {
    const json = text.slice(brace);
    const value = tryJson(json);
    return [
      text.slice(0, brace).trim(),
      isObject(value) ? value : { incorrectly_encoded_metadata: json },
    ];
  }
  const words = (equals < 0 ? text : text.slice(0, equals).trimEnd()).split(" ");
  if (equals >= 0) words.pop();
  while (words.length > 0 && /^(\..*)?$/.test(words.at(-1)!.trim())) words.pop();
  const heading = words.join(" ");
  return [heading, parseOptions(text.slice(heading.length).trim())];
}

/** Reads from the right, as a value may hold blanks and equal signs. */
function parseOptions(text: string): Record<string, unknown> {
  if (text === "") return {};
  const space = text.lastIndexOf(" ");
  const last = text.slice(space + 1);
  if (!text.startsWith("--") && /^[a-zA-Z_.]+[a-zA-Z0-9_.]*$/.test(last)) {
    return { ...parseOptions(text.slice(0, Math.max(space, 0)).trim()), [last]: null };
  }
  for (
    let at = text.lastIndexOf("=");
    at >= 0;
    at = at === 0 ? -1 : text.lastIndexOf("=", at - 1)
  ) {
    const before = text.slice(0, at).trimEnd();
    const start = before.lastIndexOf(" ") + 1;
    const key = before.slice(start);
    const value = tryJson(text.slice(at + 1));
    if (/^[a-zA-Z0-9_.@/-]+$/.test(key) && value !== undefined) {
      return { ...parseOptions(before.slice(0, start).trim()), [key]: value };
    }
  }
  return { incorrectly_encoded_metadata: text };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
