/** Stored outputs of a cell against those of a fresh run. */
import { isDeepStrictEqual } from "node:util";
import type { MimeBundle, Output } from "../output.ts";
import type { CheckRules } from "./check_rules.ts";
import { isEqualWithin, isNear } from "./equal_within.ts";
import { isBinary, outputContents, readableContents } from "./output_contents.ts";

/** What is not as it was. */
export interface Mismatch {
  /** Position among the cell's outputs, from 1; absent where their number or kinds differ. */
  readonly output?: number;
  /** `stdout`, `stderr`, `error`, a MIME type, or `outputs` for the list of their kinds. */
  readonly kind: string;
  /** The stored text, after replacements. */
  readonly expected: string;
  /** The fresh text, after replacements. */
  readonly got: string;
}

/**
 * Compares outputs by their kind: texts and SVG by the rules, JSON by its members, pictures of bytes
 * exactly. Of an error its name and message count. How outputs are counted or shown does not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stream = (text: string) => ({ output_type: "stream", name: "stdout", text }) as const;
 * const rules = { tolerance: 0.1, sanitise: [] };
 * assert.deepEqual(compareOutputs([stream("1.00")], [stream("1.01")], rules), []);
 * assert.deepEqual(compareOutputs([stream("1")], [stream("2")], rules), [
 *   { output: 1, kind: "stdout", expected: "1", got: "2" },
 * ]);
 * ```
 */
export function compareOutputs(
  stored: readonly Output[],
  fresh: readonly Output[],
  rules: CheckRules,
): Mismatch[] {
  const [expected, got] = [stored, fresh].map((outputs) => outputs.map(outputContents));
  const [kinds, freshKinds] = [expected, got].map((all) => all.map(kindsOf).join("\n"));
  if (kinds !== freshKinds) return [{ kind: "outputs", expected: kinds, got: freshKinds }];
  return expected.flatMap((bundle, i) =>
    Object.keys(bundle).sort().flatMap((kind): Mismatch[] => {
      const mismatch = compareContents(kind, bundle[kind], got[i][kind], rules);
      return mismatch === undefined ? [] : [{ output: i + 1, kind, ...mismatch }];
    })
  );
}

function kindsOf(bundle: MimeBundle): string {
  return Object.keys(bundle).sort().join(", ");
}

function compareContents(
  kind: string,
  expected: unknown,
  got: unknown,
  { tolerance, sanitise }: CheckRules,
): { expected: string; got: string } | undefined {
  if (typeof expected !== "string" || typeof got !== "string") {
    if (isJsonEqual(expected, got, tolerance)) return undefined;
    return { expected: readableContents(kind, expected), got: readableContents(kind, got) };
  }
  if (isBinary(kind)) {
    return expected.trim() === got.trim()
      ? undefined
      : { expected: readableContents(kind, expected), got: readableContents(kind, got) };
  }
  const [left, right] = [expected, got].map((text) =>
    sanitise.reduce((done, { pattern, replace }) => done.replace(pattern, replace), text)
  );
  return isEqualWithin(left, right, tolerance) ? undefined : { expected: left, got: right };
}

function isJsonEqual(expected: unknown, got: unknown, tolerance: number): boolean {
  if (typeof expected === "number" && typeof got === "number") {
    return isNear(expected, got, tolerance);
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    return expected.length === got.length &&
      expected.every((one, i) => isJsonEqual(one, got[i], tolerance));
  }
  if (isObject(expected) && isObject(got)) {
    const keys = Object.keys(expected).sort();
    return isDeepStrictEqual(keys, Object.keys(got).sort()) &&
      keys.every((key) => isJsonEqual(expected[key], got[key], tolerance));
  }
  return expected === got;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
