import assert from "node:assert/strict";
import { createTrackingApp } from "../app.ts";
import { openTrackingStore } from "../store.ts";
import { corpora } from "./corpus/mod.ts";
import { expectedAnswers } from "./difference.ts";
import { differences } from "./differences/mod.ts";
import { play } from "./play.ts";
import { readRecording, recordings } from "./recording.ts";

Deno.test("requests of the corpus have names of their own", () => {
  for (const { resource, exchanges } of corpora) {
    const names = exchanges.map(({ name }) => name);
    assert.deepEqual(names.filter((name, i) => names.indexOf(name) < i), [], resource);
  }
});

Deno.test("the embedded server answers the corpus as MLflow's own did", async (test) => {
  const home = await Deno.makeTempDir();
  // Later than any time of the corpus, so that it is told from the clock's.
  let time = 1_800_000_000_000;
  using store = openTrackingStore({ home, now: () => time++ });
  const app = createTrackingApp({ store });
  // One after the other, as experiments count on from file to file.
  for (const corpus of corpora) {
    await test.step(corpus.resource, async () => {
      const ours = await play(corpus, "http://127.0.0.1", (request) => app.fetch(request));
      const file = new URL(`${corpus.resource}.jsonl`, recordings);
      const theirs = readRecording(await Deno.readTextFile(file));
      assert.deepEqual(ours, expectedAnswers(corpus.resource, theirs, differences));
      const explained = differences.flatMap((each) =>
        Object.keys(each.ours[corpus.resource] ?? {})
      );
      for (const answer of theirs.filter(({ name }) => explained.includes(name))) {
        const same = ours.find(({ name }) => name === answer.name);
        assert.notDeepEqual(same, answer, `${answer.name} differs no longer`);
      }
    });
  }
  await Deno.remove(home, { recursive: true });
});
