/** Which source files lack the test that lies beside them. */

/** A file as path and text. */
export interface TextFile {
  /** Path from the root of the repository. */
  readonly path: string;
  /** Its whole text. */
  readonly text: string;
}

/** Ends of the names of files that hold no idea of their own, or are tests themselves. */
const exempt = ["/mod.ts", "/main.ts", "_test.ts", "_bench.ts", "_fixture.ts", "conformance.ts"];

/**
 * The paths of TypeScript files that have code to run and no `x_test.ts` beside `x.ts`. Lists
 * (`mod.ts`), programs (`main.ts`), conformance suites, fixtures and files of types alone need none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = "export function gaps() {}";
 * assert.deepEqual(untestedFiles([{ path: "data/gaps.ts", text }]), ["data/gaps.ts"]);
 * ```
 */
export function untestedFiles(files: readonly TextFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path, text }) =>
      path.endsWith(".ts") && !exempt.some((end) => path.endsWith(end)) &&
      !paths.has(path.replace(/\.ts$/, "_test.ts")) &&
      /^(export )?(default |async |abstract )*(function|class|const|let)\b/m.test(text)
    )
    .map(({ path }) => path)
    .sort();
}
