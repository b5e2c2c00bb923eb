/** Facts of versions that pass every gate, told by hand. */

import type { PromotionFacts, VersionFacts } from "./facts.ts";

/** A version about which everything is recorded and right. */
export const CANDIDATE: VersionFacts = {
  version: "2",
  files: ["MLmodel", "evaluation.json", "model.onnx", "reference_profile.json"],
  digests: [
    { path: "MLmodel", published: "a".repeat(64), found: "a".repeat(64) },
    { path: "model.onnx", published: "b".repeat(64), found: "b".repeat(64) },
  ],
  signature: { inputs: ["hour: double", "kwh: double"], outputs: ["score: float", "label: long"] },
  parityMaxAbsDiff: 2e-7,
  modelBytes: 1_000_000,
  scoringMs: 12,
  profiledColumns: 2,
  evaluation: {
    dataDigest: "da7a".repeat(16),
    figures: { event_precision: 0.5, event_recall: 0.75, event_f1: 0.6, average_precision: 0.625 },
  },
};

/** The same about the version before, with the same figures. */
export const GOOD: PromotionFacts = {
  candidate: CANDIDATE,
  holder: { version: "1", signature: CANDIDATE.signature, evaluation: CANDIDATE.evaluation },
};

/** A version about which nothing is recorded. */
export const BARE: PromotionFacts = { candidate: { version: "2", files: [], digests: [] } };

/**
 * {@linkcode GOOD} with other facts about the candidate.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(withCandidate({ scoringMs: 13 }).candidate.scoringMs, 13);
 * ```
 */
export function withCandidate(facts: Partial<VersionFacts>): PromotionFacts {
  return { ...GOOD, candidate: { ...CANDIDATE, ...facts } };
}
