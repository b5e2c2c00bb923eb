/** The Python environments of the interop tests: one line each, prepared where one is asked for. */
import type { TextFile } from "./untested_files.ts";

/** A set of pinned packages that could not live beside another set. */
export interface InteropEnvironment {
  /** Name of the file with its pins, in this folder. */
  readonly requirements: string;
  /** The environment variable that tells a test or a bench its Python; its own text names it. */
  readonly variable: string;
  /** The newest minor version of Python 3 that the packages support; any by default. */
  readonly newestMinor?: number;
}

/** Every environment. */
export const interopEnvironments: readonly InteropEnvironment[] = [
  { requirements: "requirements.txt", variable: "WATTBOOK_INTEROP_PYTHON" },
  { requirements: "requirements_drift.txt", variable: "WATTBOOK_DRIFT_PYTHON", newestMinor: 12 },
  { requirements: "requirements_serving.txt", variable: "WATTBOOK_SERVING_PYTHON" },
  { requirements: "requirements_kserve.txt", variable: "WATTBOOK_KSERVE_PYTHON" },
];

/**
 * The environments whose variable one of the files names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = `Deno.env.get("WATTBOOK_DRIFT_PYTHON")`;
 * const [{ requirements }] = requestedEnvironments([{ path: "a_interop_test.ts", text }]);
 * assert.equal(requirements, "requirements_drift.txt");
 * ```
 */
export function requestedEnvironments(files: readonly TextFile[]): InteropEnvironment[] {
  return interopEnvironments.filter(({ variable }) =>
    files.some(({ text }) => text.includes(variable))
  );
}

/**
 * Which of the interop tests are meant by what a command line names: files and folders.
 *
 * @param paths Paths from the root of the repository; those that are no interop tests are left out.
 * @param named Files or folders, none for all tests.
 * @param root The root, ending in `/`, by which a named path may begin.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const paths = ["data/a.ts", "data/a_interop_test.ts", "models/b_interop_test.ts"];
 * assert.deepEqual(interopTests(paths, ["./data/"], "/"), ["data/a_interop_test.ts"]);
 * ```
 */
export function interopTests(
  paths: readonly string[],
  named: readonly string[],
  root: string,
): string[] {
  const tests = paths.filter((path) => path.endsWith("_interop_test.ts"));
  if (named.length === 0) return tests;
  const wanted = named.map((name) =>
    name.replace(/^\.\//, "").replace(/\/$/, "").replace(root, "")
  );
  return tests.filter((path) =>
    wanted.some((name) => path === name || path.startsWith(`${name}/`))
  );
}
