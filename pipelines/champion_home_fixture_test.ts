import assert from "node:assert/strict";
import { sha256 } from "../registry/mod.ts";
import { withChampionHome } from "./champion_home_fixture.ts";
import { type TrainedHome, withTrainedHome } from "./trained_home_fixture.ts";

/** What a home holds that a test can read, without its random ids. */
async function contents({ context, options, training }: TrainedHome): Promise<unknown> {
  const { db } = context;
  const { onnx, evaluation, split, ingested } = training;
  const relations = ["readings", "meters", "weather", "issues", "rejected", "features"];
  const counts = await Promise.all(
    relations.map((name) =>
      db.rows(`SELECT count(*) AS n, bit_xor(hash(r)) AS digest FROM ${name} r`)
    ),
  );
  const source = await options.source.load(db, {
    home: context.config.home,
    fetch,
    onProgress() {},
  });
  return {
    counts,
    digest: source.digest,
    onnx: await sha256(onnx),
    evaluation,
    split,
    ingested: { ...ingested, manifest: { ...ingested.manifest, files: undefined } },
  };
}

Deno.test("withChampionHome() gives copies that hold what a training leaves, and removes them", async () => {
  const kept = await Deno.makeTempDir();
  const homes: string[] = [];
  const seen: unknown[] = [];
  const look = async (home: TrainedHome) => {
    homes.push(home.context.config.home);
    seen.push([await contents(home), home.training.runId]);
    await Deno.writeTextFile(`${home.context.config.home}/hostel.csv`, "spoiled");
  };
  await Promise.all([withChampionHome(look, kept), withChampionHome(look, kept)]);
  assert.deepEqual(seen[0], seen[1]);
  await withTrainedHome({}, async (trained) => {
    assert.deepEqual((seen[0] as unknown[])[0], await contents(trained));
  });
  for (const home of homes) await assert.rejects(Deno.stat(home), Deno.errors.NotFound);
  assert.deepEqual([...Deno.readDirSync(kept)].map(({ name }) => name).sort(), [
    "champion",
    "lock",
  ]);
  await Deno.remove(kept, { recursive: true });
});
