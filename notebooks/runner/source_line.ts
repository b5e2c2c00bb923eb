/**
 * Lines of TypeScript cells. A Deno kernel counts lines in the JavaScript that it makes of a cell;
 * the same compiler, asked for a source map, tells which line of the cell each of them comes from.
 */
import { stripTypeScriptTypes } from "node:module";
import { sourcePosition } from "./source_map.ts";

/** A place in a cell's source; both count from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** The kernel puts this before the JavaScript of a cell. */
const PREFIX = "'use strict'; void 0;";
const FRAME = /^( +at )(?:async )?(?:(.*) \()?<anonymous>:(\d+):(\d+)\)?$/;
const SOURCE_MAP = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/** The traceback of an error in a cell, with lines of the cell's source. */
export interface CellTraceback {
  /**
   * The statement of the cell itself, however deep in functions the error was thrown; absent where
   * the traceback does not tell, as of `throw 5`.
   */
  readonly position?: SourcePosition;
  /** Places in the cell are written as `<cell>:line:column`. */
  readonly traceback: readonly string[];
}

/**
 * Finds the lines of an error in the cell that threw it.
 *
 * @param source The cell's TypeScript.
 * @param traceback As the kernel gave it. Frames of functions that the cell does not declare stay as
 *   they are: the kernel does not tell which cell they are of. An error that an earlier cell made and
 *   this one throws has the lines of that cell and cannot be told from others.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const source = "interface Meter {\n  id: string;\n}\n\nnull.id";
 * assert.deepEqual(locateError(source, ["TypeError: Bad", "    at <anonymous>:1:27"]), {
 *   position: { line: 5, column: 6 },
 *   traceback: ["TypeError: Bad", "    at <cell>:5:6"],
 * });
 * ```
 */
export function locateError(source: string, traceback: readonly string[]): CellTraceback {
  const [, excerpt] = traceback.map((text) => /^(\d+) \| /.exec(text)).find(Boolean) ?? [];
  const frames = traceback.flatMap((text) => text.split("\n"));
  if (excerpt !== undefined && !frames.some((text) => FRAME.test(text))) {
    return { position: { line: Number(excerpt), column: 1 }, traceback };
  }
  const mappings = frames.some((text) => FRAME.test(text)) ? mappingsOf(source) : undefined;
  if (mappings === undefined) return { traceback };
  let position: SourcePosition | undefined;
  let isOwn = true;
  // From the cell inwards: what a function of an earlier cell calls may be anybody's.
  const located = frames.toReversed().map((text) => {
    const [, at, name = "", line, column] = FRAME.exec(text) ?? [];
    if (at === undefined) return text;
    isOwn = name === "" ? isOwn : declares(source, name);
    const shift = line === "1" ? PREFIX.length : 0;
    const place = { line: Number(line), column: Number(column) - shift };
    const found = isOwn ? sourcePosition(mappings, place) : undefined;
    if (found === undefined) return text;
    if (name === "") position ??= found;
    return text.replace(/<anonymous>:\d+:\d+/, `<cell>:${found.line}:${found.column}`);
  }).toReversed();
  return { position, traceback: located };
}

function declares(source: string, name: string): boolean {
  const owner = name.replace(/^new /, "").split(".")[0];
  return new RegExp(`\\b(?:function\\*?|class|const|let|var)\\s+${RegExp.escape(owner)}\\b`).test(
    source,
  );
}

/**
 * The compiler drops imports of names that a cell does not use, and the kernel keeps them: a line
 * behind the cell uses them all.
 */
function mappingsOf(source: string): string | undefined {
  let code: string;
  try {
    code = stripTypeScriptTypes(`${source}\n;[${importedNames(source).join(", ")}];`, {
      mode: "transform",
      sourceMap: true,
    });
  } catch (error) {
    // Markup is TypeScript to the kernel only; such a cell has no lines.
    if (error instanceof Error && /SyntaxError: /.test(error.message)) return undefined;
    throw error;
  }
  const [, encoded] = SOURCE_MAP.exec(code)!;
  return JSON.parse(atob(encoded)).mappings;
}

function importedNames(source: string): string[] {
  const clauses = source.matchAll(/^[ \t]*import\s+(?!type\s)([\w$*{][^'"]*?)\s+from\s*['"]/gm);
  return Array.from(clauses, ([, clause]) => clause).flatMap((clause) =>
    clause.replace(/[{}]/g, ",").split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "" && !one.startsWith("type "))
      .map((one) => one.split(/\s+as\s+/).at(-1)!)
  );
}
