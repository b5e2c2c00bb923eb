/** The contract by which routes score readings while a challenger may be tried. */
import type { Reading } from "../../data/mod.ts";
import type { ExplainedEvent, ScoredReading, ServedModel } from "../deps.ts";
import type { ModelChoice } from "../engine/served_models.ts";
import type { ReleaseStatus } from "./release.ts";

/** What one version made of some readings. */
export interface ScoredPart {
  readonly model: ServedModel;
  /** By meter and time. */
  readonly hours: readonly ScoredReading[];
  readonly events: readonly ExplainedEvent[];
}

/** A release with the two versions it is about. */
export interface ReleaseReport extends ReleaseStatus {
  readonly model: string;
  readonly championVersion: string;
  readonly challengerVersion: string;
}

/** Scores readings by the version that should answer. */
export interface Releases {
  /**
   * Scores readings: by the version that is named, else by the one that answers by default, or in
   * part by a challenger that is tried. The parts have no meter in common; the champion's comes first.
   *
   * @param requestId Decides who answers a request of a canary.
   * @param signal Drops what waits, and rejects with its reason.
   * @throws {UnknownMeterError} When a meter is not in the lake.
   * @throws {OffGridError} When a meter is never read at the time of a reading.
   * @throws {ModelNotLoadedError} When the named version is not loaded.
   */
  score(
    readings: readonly Reading[],
    requestId: string,
    choice: ModelChoice,
    signal?: AbortSignal,
  ): Promise<readonly ScoredPart[]>;
  /** The release under way; `null` without one. */
  status(): ReleaseReport | null;
}
