/** What a tuning has found so far, kept for the next start. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { searchSpaces } from "../../models/mod.ts";
import { readJsonFile, writeJsonFile } from "../json_file.ts";
import type { Trial } from "./trial.ts";

/** A tuning that may go on. */
export interface TuningState {
  /** Run that the trials are nested in. */
  readonly runId: string;
  /** In the order in which they were tried. */
  readonly trials: readonly Trial[];
}

/** Where the state of a tuning lies. */
export interface StatePlace {
  readonly home: string;
  readonly key: string;
}

const trial = z.object({
  detector: z.enum(Object.keys(searchSpaces) as (keyof typeof searchSpaces)[]),
  options: z.record(z.string(), z.union([z.number(), z.string()])),
  share: z.number().gt(0).lte(1),
  value: z.number().nullable(),
  refused: z.string().optional(),
  seconds: z.number(),
});

const schema: z.ZodType<TuningState> = z.object({ runId: z.string(), trials: z.array(trial) });

/**
 * The key of a tuning: a digest of all that decides its trials. The budget is no part of it, so a
 * tuning with a larger one goes on where the smaller one ended.
 *
 * @param facts Plain JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(tuningKey({ seed: 1 }), tuningKey({ seed: 1 }));
 * assert.notEqual(tuningKey({ seed: 1 }), tuningKey({ seed: 2 }));
 * ```
 */
export function tuningKey(facts: object): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 32);
}

/**
 * Reads what a tuning has found; `undefined` where it has not begun.
 *
 * @throws {TypeError} Naming the file when it holds something else.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readTuning({ home: "/nowhere", key: "00" }), undefined);
 * ```
 */
export async function readTuning(place: StatePlace): Promise<TuningState | undefined> {
  const path = pathOf(place);
  const json = await readJsonFile<unknown>(path);
  if (json === undefined) return undefined;
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  throw new TypeError(
    `Cannot go on with the tuning in "${path}": expected its trials, got ${
      error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")
    }`,
  );
}

/**
 * Keeps what a tuning has found: a kill at any moment leaves the old state or the new one.
 *
 * @param scratch Folder of this process on the disk of the home.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * await writeTuning({ home, key: "00" }, { runId: "1", trials: [] }, home);
 * assert.deepEqual(await readTuning({ home, key: "00" }), { runId: "1", trials: [] });
 * ```
 */
export async function writeTuning(
  place: StatePlace,
  state: TuningState,
  scratch: string,
): Promise<void> {
  await writeJsonFile(pathOf(place), state, scratch);
}

function pathOf({ home, key }: StatePlace): string {
  return join(home, "tuning", `${key}.json`);
}
