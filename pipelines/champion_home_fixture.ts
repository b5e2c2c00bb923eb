/**
 * What most tests of the pipelines and the server need: a home with a champion that they need not
 * watch being trained.
 */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { openLake } from "../data/mod.ts";
import { openContext } from "./context.ts";
import { featureViews } from "./features/mod.ts";
import { lockFolder } from "./folder_lock.ts";
import { openFeatures } from "./steps/open_features.ts";
import {
  silent,
  TRAINED_AT,
  type TrainedHome,
  trainHome,
  trainingOptions,
  withTrainedHome,
} from "./trained_home_fixture.ts";

/** What a training tells and the time after it. */
interface KeptTraining extends Pick<TrainedHome, "training"> {
  readonly time: number;
}

/**
 * Runs a test in a home that equals one of {@linkcode withTrainedHome} without options, and removes
 * it. Where the variable `WATTBOOK_TEST_HOMES` names a folder, as in `deno task test`, the first
 * such test trains in there and all others take copies.
 *
 * @param kept That folder.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withChampionHome(({ training }) => {
 *   assert.deepEqual([training.version, training.alias], ["1", "champion"]);
 * });
 * ```
 */
export async function withChampionHome(
  use: (trained: TrainedHome) => Promise<void> | void,
  kept: string | undefined = Deno.env.get("WATTBOOK_TEST_HOMES"),
): Promise<void> {
  if (kept === undefined) return await withTrainedHome({}, use);
  const original = await keepChampion(kept);
  const home = await Deno.makeTempDir();
  try {
    await cp(join(original, "home"), home, { recursive: true });
    const { training, time }: KeptTraining = deserialize(
      await Deno.readFile(join(original, "training")),
    );
    let now = time;
    await using context = await openContext({ home }, () => now++);
    await openLake(context.db, home, training.ingested.manifest.dataset);
    await openFeatures(context, featureViews, training.ingested.manifest, silent);
    await use({ context, options: trainingOptions(home, {}), training });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** The folder of the training that is copied; made by who comes first, while others wait. */
async function keepChampion(kept: string): Promise<string> {
  using _turn = await lockFolder(kept);
  const original = join(kept, "champion");
  const done = [...Deno.readDirSync(kept)].some(({ name }) => name === "champion");
  if (done) return original;
  const making = await Deno.makeTempDir({ dir: kept });
  const home = join(making, "home");
  await Deno.mkdir(home);
  const made = await trainApart(home);
  await Deno.writeFile(join(making, "training"), serialize(made));
  await Deno.rename(making, original);
  return original;
}

async function trainApart(home: string): Promise<KeptTraining> {
  let time = TRAINED_AT;
  await using context = await openContext({ home }, () => time++);
  const { training } = await trainHome(context, {});
  return { training, time };
}
