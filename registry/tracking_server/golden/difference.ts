/** The contract of differences: where our answers are not those of MLflow's own server, and why. */

import type { Answered } from "./play.ts";

/** An answer of ours. */
export type OwnAnswer =
  /** A refusal: status, error code and message. */
  | readonly [status: number, errorCode: string, message: string]
  /** The answer that MLflow gives to another request of the resource. */
  | { readonly as: string }
  /** Another answer. */
  | Omit<Answered, "name">;

/** What we answer, by resource and by the name of the request. */
export type OwnAnswers = Readonly<Record<string, Readonly<Record<string, OwnAnswer>>>>;

/** Answers that differ for one reason. */
export interface Difference {
  readonly reason: string;
  readonly ours: OwnAnswers;
}

/**
 * The answers that are expected of us: those of MLflow but for the differences.
 *
 * @throws {RangeError} When a difference names no request of the resource.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const theirs = [{ name: "a", status: 500 }];
 * const reason = "MLflow fails";
 * const ours = { runs: { a: [400, "BAD_REQUEST", "No"] } } as const;
 * assert.deepEqual(expectedAnswers("runs", theirs, [{ reason, ours }]), [
 *   { name: "a", status: 400, json: { error_code: "BAD_REQUEST", message: "No" } },
 * ]);
 * ```
 */
export function expectedAnswers(
  resource: string,
  theirs: readonly Answered[],
  differences: readonly Difference[],
): Answered[] {
  const own = new Map(differences.flatMap(({ ours }) => Object.entries(ours[resource] ?? {})));
  const unknown = [...own.keys()].find((name) => theirs.every((answer) => answer.name !== name));
  if (unknown !== undefined) {
    throw new RangeError(`Cannot explain "${unknown}": ${resource} has no such request`);
  }
  return theirs.map((answer) => {
    const given = own.get(answer.name);
    return given === undefined ? answer : { name: answer.name, ...answerOf(given, theirs) };
  });
}

function answerOf(given: OwnAnswer, theirs: readonly Answered[]): Omit<Answered, "name"> {
  if (isRefusal(given)) {
    const [status, error_code, message] = given;
    return { status, json: { error_code, message } };
  }
  if (!("as" in given)) return given;
  const same = theirs.find(({ name }) => name === given.as);
  if (same === undefined) throw new RangeError(`Cannot answer as "${given.as}": no such request`);
  const { name: _other, ...answer } = same;
  return answer;
}

function isRefusal(given: OwnAnswer): given is readonly [number, string, string] {
  return Array.isArray(given);
}
