/** The state of a release: who answers, how both versions fare, and whether it goes on. */
import { isInShare } from "./assignment.ts";
import { pairDays, type PairedFigures, type PairedHour } from "./paired_days.ts";
import { type Comparison, releaseOutcome } from "./release_outcome.ts";
import { healthBreach, watchVersion } from "./version_health.ts";

/**
 * How a challenger is tried: as a `shadow` it answers nobody, as a `canary` a share of the
 * requests, in a `split` a share of the meters. In each case both versions score the same readings.
 */
export interface ReleasePlan {
  readonly mode: "shadow" | "canary" | "split";
  /** Share that the challenger answers, in [0, 1]; a shadow has 0. */
  readonly share: number;
}

/** One of the two versions. */
export type Side = "champion" | "challenger";

/** How a version has answered of late. */
export interface SideHealth {
  /** Answers that are remembered. */
  readonly answers: number;
  readonly errorShare: number;
  /** 95th percentile of the time an answer took, milliseconds. */
  readonly p95Ms: number;
}

/** What is known of a release. */
export interface ReleaseStatus extends ReleasePlan {
  /** Why the challenger no longer answers; absent while the release goes on. */
  readonly halted?: string;
  readonly comparison: Comparison;
  readonly figures: Omit<PairedFigures, "comparison">;
  readonly champion: SideHealth;
  readonly challenger: SideHealth;
}

/** A release under way. */
export interface Release {
  /** Who answers for a key: the id of the request, or of the meter in a split. */
  sideOf(key: string): Side;
  /** Takes in how a version has answered; without a time where nobody waited for it. */
  answered(side: Side, ok: boolean, ms?: number): void;
  /** Takes in hours that both have scored. */
  compare(pairs: Iterable<PairedHour>): void;
  status(): ReleaseStatus;
}

/**
 * Starts a release. The champion answers everybody again, for good, once the challenger fails or
 * is slow (see `healthBreach`), or is known to mark more days than the champion: people should not
 * be woken more often by an experiment.
 *
 * @param onHalt Told once, with the reason.
 * @throws {RangeError} When the share is not in [0, 1], or not 0 for a shadow.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const release = startRelease({ mode: "canary", share: 1 }, () => {});
 * assert.equal(release.sideOf("request-1"), "challenger");
 * for (let i = 0; i < 20; i++) release.answered("challenger", false, 1);
 * assert.equal(release.sideOf("request-2"), "champion");
 * assert.match(release.status().halted ?? "", /100 % of its last 20 answers failed/);
 * ```
 */
export function startRelease(
  { mode, share }: ReleasePlan,
  onHalt: (reason: string) => void,
): Release {
  if (!(share >= 0 && share <= 1) || (mode === "shadow" && share > 0)) {
    const rule = mode === "shadow" ? "0 for a shadow" : "a number from 0 to 1";
    throw new RangeError(
      `Cannot start a ${mode} as its share must be ${rule}: current value is ${share}`,
    );
  }
  const health = { champion: watchVersion(), challenger: watchVersion() };
  const days = pairDays();
  let halted: string | undefined;

  function haltFor(reason: string | undefined): void {
    if (halted !== undefined || reason === undefined) return;
    halted = reason;
    onHalt(reason);
  }

  return {
    sideOf: (key) => halted === undefined && isInShare(key, share) ? "challenger" : "champion",
    answered(side, ok, ms) {
      health[side].record(ok, ms);
      if (side === "challenger") haltFor(healthBreach(health.challenger, health.champion));
    },
    compare(pairs) {
      days.add(pairs);
      const { outcome, low, ratio } = releaseOutcome(days.figures());
      if (outcome !== "more_alerts") return;
      haltFor(
        `it marks ${ratio.toFixed(1)} times as many days that the other does not, ` +
          `${low.toFixed(1)} times at least`,
      );
    },
    status() {
      const { comparison, ...figures } = days.figures();
      const sides = Object.fromEntries(
        (["champion", "challenger"] as const).map((side) => [side, {
          answers: health[side].count(),
          errorShare: health[side].errorShare(),
          p95Ms: health[side].p95Ms(),
        }]),
      ) as Record<Side, SideHealth>;
      return {
        mode,
        share,
        ...(halted === undefined ? {} : { halted }),
        comparison: releaseOutcome({ comparison }),
        figures,
        ...sides,
      };
    },
  };
}
