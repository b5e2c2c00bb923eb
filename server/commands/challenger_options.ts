/** The options of a command by which a challenger is tried. */
import { UsageError } from "../../pipelines/mod.ts";
import type { ChallengerPlan } from "../releases/open_releases.ts";

const MODES = ["shadow", "canary", "split"] as const;
/** Of a canary or a split, where no share is given. */
const DEFAULT_SHARE = 0.1;

/** The options as a command declares them. */
export const CHALLENGER_OPTIONS = {
  challenger: {
    type: "string",
    placeholder: "URI",
    description: "Model to try beside the first one, such as models:/energy-anomaly@challenger",
  },
  release: {
    type: "string",
    placeholder: "MODE",
    description: "How it is tried: shadow answers nobody, canary a share of the requests, " +
      "split a share of the meters (default: shadow)",
  },
  share: {
    type: "string",
    placeholder: "SHARE",
    description: "Share that the challenger answers, from 0 to 1 (default: 0.1)",
  },
} as const;

/** What was given for them. */
export type GivenChallenger = Readonly<Partial<Record<keyof typeof CHALLENGER_OPTIONS, string>>>;

/**
 * The plan that the options make; `undefined` without a challenger.
 *
 * @throws {UsageError} When a mode or share is none, or given without what it belongs to.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const uri = "models:/energy-anomaly@challenger";
 * assert.deepEqual(challengerPlan({ challenger: uri, release: "split" }), {
 *   uri,
 *   mode: "split",
 *   share: 0.1,
 * });
 * ```
 */
export function challengerPlan(
  { challenger: uri, release, share: text }: GivenChallenger,
): ChallengerPlan | undefined {
  if (uri === undefined) {
    const lost = release !== undefined ? "release" : text !== undefined ? "share" : undefined;
    if (lost !== undefined) throw new UsageError(`Cannot use --${lost} without --challenger`);
    return undefined;
  }
  const mode = MODES.find((name) => name === (release ?? "shadow"));
  if (mode === undefined) {
    throw new UsageError(`Cannot read --release: expected ${MODES.join(", ")}, got "${release}"`);
  }
  if (mode === "shadow") {
    if (text !== undefined) throw new UsageError("Cannot use --share with a shadow");
    return { uri, mode, share: 0 };
  }
  const share = text === undefined ? DEFAULT_SHARE : Number(text.trim() || NaN);
  if (!(share >= 0 && share <= 1)) {
    throw new UsageError(`Cannot read --share: expected a number from 0 to 1, got "${text}"`);
  }
  return { uri, mode, share };
}
