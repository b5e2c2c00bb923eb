/** What a refused move is told with. */

import { findingText, type GateFinding } from "./judge.ts";

/** A move that a gate refused. A class of its own because callers go on without the alias. */
export class PromotionRefusedError extends Error {
  override readonly name = "PromotionRefusedError";
  /** What every gate found that was asked. */
  readonly findings: readonly GateFinding[];
  /** The gates that refused, each with number and limit. */
  readonly refusals: string;

  /**
   * @param refused What was not done, such as `Cannot promote version 2 of "a" to champion`.
   * @param findings At least one of them did not pass.
   */
  constructor(refused: string, findings: readonly GateFinding[]) {
    const refusals = findings.filter(({ passed }) => !passed).map(findingText).join("; ");
    super(`${refused}: ${refusals}`);
    this.findings = findings;
    this.refusals = refusals;
  }
}
