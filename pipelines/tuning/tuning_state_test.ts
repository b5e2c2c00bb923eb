import assert from "node:assert/strict";
import { readTuning, tuningKey, type TuningState, writeTuning } from "./tuning_state.ts";

const state: TuningState = {
  runId: "00ff",
  trials: [
    { detector: "knn", options: {}, share: 1, value: 0.25, seconds: 2 },
    {
      detector: "knn",
      options: { neighbours: 7, method: "mean" },
      share: 1 / 3,
      value: null,
      refused: "Cannot fit",
      seconds: 1,
    },
  ],
};

Deno.test("readTuning() gives back what writeTuning() kept, by key", async () => {
  const home = await Deno.makeTempDir();
  await writeTuning({ home, key: "aa" }, { runId: "1", trials: [] }, home);
  await writeTuning({ home, key: "aa" }, state, home);
  assert.deepEqual(await readTuning({ home, key: "aa" }), state);
  assert.equal(await readTuning({ home, key: "bb" }), undefined);
  assert.deepEqual([...Deno.readDirSync(home)].map(({ name }) => name), ["tuning"]);
  await Deno.remove(home, { recursive: true });
});

Deno.test("readTuning() names the file that holds something else", async () => {
  const home = await Deno.makeTempDir();
  const broken = { runId: "1", trials: [{ ...state.trials[0], detector: "oracle" }] };
  await Deno.mkdir(`${home}/tuning`);
  await Deno.writeTextFile(`${home}/tuning/aa.json`, JSON.stringify(broken));
  await assert.rejects(readTuning({ home, key: "aa" }), {
    name: "TypeError",
    message:
      /^Cannot go on with the tuning in ".*aa\.json": expected its trials, got trials\.0\.det/,
  });
  await Deno.remove(home, { recursive: true });
});

Deno.test("tuningKey() differs by any fact", () => {
  const facts = { digest: "00", detectors: ["knn"], seed: 1 };
  const keys = [facts, { ...facts, seed: 2 }, { ...facts, detectors: [] }].map(tuningKey);
  assert.equal(new Set(keys).size, 3);
  assert.match(keys[0], /^[0-9a-f]{32}$/);
});
