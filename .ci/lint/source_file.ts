/** Where a linted file stands in the repository, and where its imports lead. */

const root = new URL("../..", import.meta.url).pathname;

/** A file as the rules see it. */
export interface SourceFile {
  /** Path from the repository root, with `/`. */
  readonly path: string;
  /** First folder of the path; empty for a file at the root. */
  readonly folder: string;
  /** What the file is for, told by its name. */
  readonly kind: "source" | "main" | "test" | "interop test" | "bench";
}

/**
 * Describes the file a rule is looking at.
 *
 * @param filename Absolute path, or a path from the repository root.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(sourceFile("data/checks/gaps_test.ts"), {
 *   path: "data/checks/gaps_test.ts",
 *   folder: "data",
 *   kind: "test",
 * });
 * ```
 */
export function sourceFile(filename: string): SourceFile {
  const path = filename.startsWith(root) ? filename.slice(root.length) : filename;
  return { path, folder: topFolder(path), kind: kindOf(path) };
}

/**
 * The first folder of a path from the repository root; empty for a file at the root.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(topFolder("models/onnx/session.ts"), "models");
 * assert.equal(topFolder("deno.json"), "");
 * ```
 */
export function topFolder(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

/**
 * The path from the repository root that a relative specifier leads to, or `undefined` for
 * a package, a URL or a built-in module.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(importedPath("pipelines/main.ts", "../data/mod.ts"), "data/mod.ts");
 * assert.equal(importedPath("pipelines/main.ts", "node:path"), undefined);
 * ```
 */
export function importedPath(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

function kindOf(path: string): SourceFile["kind"] {
  if (path.endsWith("_interop_test.ts")) return "interop test";
  if (path.endsWith("_test.ts")) return "test";
  if (path.endsWith("_bench.ts")) return "bench";
  if (path.endsWith("/main.ts")) return "main";
  return "source";
}
