/** Scores readings by champion and challenger, as a release says. */
import type { Reading } from "../../data/mod.ts";
import { UnknownMeterError } from "../../pipelines/mod.ts";
import { OffGridError } from "../../pipelines/realtime/mod.ts";
import type { AppDeps, ScoredReading, ServedModel } from "../deps.ts";
import { HungUpError } from "../hung_up_error.ts";
import { QueueFullError } from "../engine/queue_full_error.ts";
import { explainedEvents } from "../explained_events.ts";
import type { OffPath } from "./off_path.ts";
import { pairHours } from "./pair_hours.ts";
import { type Release, type ReleasePlan, type Side, startRelease } from "./release.ts";
import type { ReleaseReport, Releases, ScoredPart } from "./releases.ts";

/** The challenger of a release, and how it is tried. */
export interface ChallengerPlan extends ReleasePlan {
  /** What the loader follows for it, such as `models:/energy-anomaly@challenger`. */
  readonly uri: string;
}

/** What releases need. */
export interface ReleasesOptions extends Pick<AppDeps, "models" | "loader" | "scoreReadings"> {
  /** Absent where none is tried: then the default version answers everybody. */
  readonly plan?: ChallengerPlan;
  readonly offPath: OffPath;
  /** Milliseconds that only rise. */
  readonly clock: () => number;
  /** Told of a challenger that no longer answers, with the reason. */
  readonly onHalt: (version: string, reason: string) => void;
}

interface Trial {
  readonly release: Release;
  readonly champion: ServedModel;
  readonly challenger: ServedModel;
}

/**
 * Opens the releases of a server. A release is about two versions: where an alias moves, another
 * one begins. The version that does not answer scores the same readings afterwards, off the path
 * of the request; where a challenger fails, the champion answers in its place.
 *
 * @throws {RangeError} When the plan's share does not fit its mode.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
 * import { openOffPath } from "./off_path.ts";
 * await using deps = await hostelDeps();
 * await using offPath = openOffPath(() => {});
 * const releases = openReleases({ ...deps, offPath, clock: () => 0, onHalt: () => {} });
 * const readings = [{ meterId: "room-2-01", ts: HOSTEL_END - 3_600_000, kwh: 0.5 }];
 * const [part] = await releases.score(readings, "r7", {});
 * assert.deepEqual([part.model.version, part.hours.length], ["3", 1]);
 * ```
 */
export function openReleases(
  { models, loader, scoreReadings, plan, offPath, clock, onHalt }: ReleasesOptions,
): Releases {
  // Fails at once where the plan is none.
  if (plan !== undefined) startRelease(plan, () => {});
  let current: Trial | undefined;

  function trial(): Trial | undefined {
    const followed = loader.followed().find(({ uri }) => uri === plan?.uri);
    if (plan === undefined || followed?.version === undefined) return undefined;
    const { name, version } = followed;
    const champion = models.defaultOf(name);
    const challenger = models.list().find((model) =>
      model.name === name && model.version === version
    );
    if (challenger === undefined || challenger === champion) return undefined;
    if (current?.champion !== champion || current.challenger !== challenger) {
      const release = startRelease(plan, (reason) => onHalt(version, reason));
      current = { release, champion, challenger };
    }
    return current;
  }

  async function scoreBy(
    model: ServedModel,
    readings: readonly Reading[],
    signal?: AbortSignal,
  ): Promise<ScoredPart> {
    const hours = await scoreReadings(model, readings, signal);
    return { model, hours, events: await explainedEvents(model, hours) };
  }

  async function answerBy(
    side: Side,
    { release, ...versions }: Trial,
    readings: readonly Reading[],
    signal?: AbortSignal,
  ): Promise<ScoredPart> {
    const started = clock();
    try {
      const part = await scoreBy(versions[side], readings, signal);
      release.answered(side, true, clock() - started);
      return part;
    } catch (error) {
      if (isOfSender(error)) throw error;
      if (!isOfLoad(error)) release.answered(side, false, clock() - started);
      // The champion would have no time left.
      if (side === "champion" || signal?.aborted) throw error;
      return await answerBy("champion", { release, ...versions }, readings, signal);
    }
  }

  async function compareLater(
    { release, ...versions }: Trial,
    answered: Side,
    readings: readonly Reading[],
    hours: readonly ScoredReading[],
  ): Promise<void> {
    const other = answered === "champion" ? "challenger" : "champion";
    const { name, version } = versions[other];
    let others: readonly ScoredReading[];
    try {
      using lease = models.lease({ name, version });
      others = await scoreReadings(lease.model, readings);
    } catch (error) {
      if (!isOfLoad(error)) release.answered(other, false);
      throw error;
    }
    release.answered(other, true);
    release.compare(
      answered === "champion" ? pairHours(hours, others) : pairHours(others, hours),
    );
  }

  return {
    async score(readings, requestId, choice, signal) {
      using lease = models.lease(choice);
      const tried = choice.version === undefined ? trial() : undefined;
      if (plan === undefined || tried === undefined || tried.champion !== lease.model) {
        return [await scoreBy(lease.model, readings, signal)];
      }
      const sideOf = plan.mode === "split"
        ? ({ meterId }: Reading) => tried.release.sideOf(meterId)
        : () => tried.release.sideOf(requestId);
      const { champion, challenger } = tried;
      // Both stay open until the request is answered, whatever is loaded in their place.
      using _challenger = models.lease({ name: challenger.name, version: challenger.version });
      const shares = [...Map.groupBy(readings, sideOf)];
      const parts = await Promise.all(
        shares.map(([side, share]) =>
          answerBy(side, tried, share, signal).catch((error) => {
            if (!(error instanceof OffGridError)) throw error;
            const places = new Map(readings.map((reading, place) => [reading, place]));
            throw new OffGridError(
              error.readings.map((odd) => ({ ...odd, place: places.get(share[odd.place])! })),
            );
          })
        ),
      );
      for (const [i, [, share]] of shares.entries()) {
        const side = parts[i].model === challenger ? "challenger" : "champion";
        offPath.later(() => compareLater(tried, side, share, parts[i].hours));
      }
      return parts.toSorted((a, b) => Number(b.model === champion) - Number(a.model === champion));
    },
    status(): ReleaseReport | null {
      const tried = trial();
      if (tried === undefined) return null;
      return {
        model: tried.champion.name,
        championVersion: tried.champion.version,
        challengerVersion: tried.challenger.version,
        ...tried.release.status(),
      };
    },
  };
}

function isOfSender(error: unknown): boolean {
  return [UnknownMeterError, OffGridError, HungUpError].some((kind) => error instanceof kind);
}

/** Where too many wait, the other version would have refused as well. */
function isOfLoad(error: unknown): boolean {
  return error instanceof QueueFullError;
}
