/** What a refused move is told with. */

import { findingText, type GateFinding } from "./judge.ts";

/** A move that a gate refused. A class of its own because callers go on without the alias. */
export class PromotionRefusedError extends Error {
  override readonly name = "PromotionRefusedError";
  /** What every gate found that was asked. */
  readonly findings: readonly GateFinding[];

  /**
   * @param refused What was not done, such as `Cannot promote version 2 of "a" to champion`.
   * @param findings At least one of them did not pass.
   */
  constructor(refused: string, findings: readonly GateFinding[]) {
    const refusals = findings.filter(({ passed }) => !passed).map(findingText);
    super(`${refused}: ${refusals.join("; ")}`);
    this.findings = findings;
  }
}
