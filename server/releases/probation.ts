/** A version that has begun to answer is on trial: it may have to give way to the one before. */
import type { ModelLoader } from "../engine/model_loader.ts";
import { healthBreach, type VersionHealth, watchVersion } from "./version_health.ts";

/** Answers after which a version is trusted. */
const TRIAL_ANSWERS = 200;
/** Versions whose answers are remembered; the least recently used go. */
const REMEMBERED = 16;

/** Watches the answers of all versions. */
export interface Probation {
  /**
   * Takes in an answer.
   *
   * @param ok Whether it could be given; what a sender did wrong is no failure.
   * @param ms How long it took.
   */
  answered(name: string, version: string, ok: boolean, ms: number): void;
}

/**
 * Watches versions that a loader has let answer in place of others. The one before answers again
 * when the new one fails or is slow, see `healthBreach`; after 200 answers it is let go.
 *
 * @param onFallBack Told of each return, with the reason.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const fallen: string[] = [];
 * const probation = openProbation({
 *   followed: () => [{ uri: "models:/m@champion", name: "m", version: "2", previous: "1" }],
 *   trust: () => Promise.resolve(),
 *   fallBack: (uri) => Promise.resolve(fallen.push(uri) > 0),
 * }, () => {});
 * for (let i = 0; i < 20; i++) probation.answered("m", "2", false, 1);
 * assert.deepEqual(fallen, ["models:/m@champion"]);
 * ```
 */
export function openProbation(
  { followed, trust, fallBack }: Pick<ModelLoader, "followed" | "trust" | "fallBack">,
  onFallBack: (uri: string, reason: string) => void,
): Probation {
  const health = new Map<string, VersionHealth>();
  /** Versions about which it was decided; a later return to one of them is another trial. */
  const decided = new Set<string>();

  function healthOf(name: string, version: string): VersionHealth {
    const key = keyOf(name, version);
    const known = health.get(key) ?? watchVersion();
    health.delete(key);
    health.set(key, known);
    if (health.size > REMEMBERED) health.delete(health.keys().next().value!);
    return known;
  }

  async function decide(
    { uri, name, version }: Trial,
    previous: string,
    reason: string | undefined,
  ): Promise<void> {
    const trial = JSON.stringify([uri, version, previous]);
    if (decided.has(trial)) return;
    decided.add(trial);
    try {
      if (reason === undefined) await trust(uri, version);
      else if (await fallBack(uri, version, reason)) {
        health.delete(keyOf(name, version));
        onFallBack(uri, reason);
      }
    } finally {
      decided.delete(trial);
    }
  }

  return {
    answered(name, version, ok, ms) {
      const own = healthOf(name, version);
      own.record(ok, ms);
      for (const { uri, previous, ...entry } of followed()) {
        if (entry.name !== name || entry.version !== version || previous === undefined) continue;
        const reason = healthBreach(own, healthOf(name, previous));
        if (reason === undefined && own.count() < TRIAL_ANSWERS) continue;
        void decide({ uri, name, version }, previous, reason);
      }
    },
  };
}

/** A version that answers for a URI, and is on trial. */
interface Trial {
  readonly uri: string;
  readonly name: string;
  readonly version: string;
}

function keyOf(name: string, version: string): string {
  return JSON.stringify([name, version]);
}
