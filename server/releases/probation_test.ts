import assert from "node:assert/strict";
import type { FollowedModel } from "../engine/model_loader.ts";
import { openProbation } from "./probation.ts";

const URI = "models:/m@champion";

/** A probation of version 2 after version 1, with what became of it. */
function onTrial() {
  const done: string[] = [];
  let entry: FollowedModel = { uri: URI, name: "m", version: "2", previous: "1" };
  const probation = openProbation({
    followed: () => [entry],
    trust(uri) {
      done.push(`trust ${uri}`);
      entry = { ...entry, previous: undefined };
      return Promise.resolve();
    },
    fallBack(uri, _version, reason) {
      done.push(`fall back ${uri}: ${reason}`);
      entry = { ...entry, version: "1", previous: undefined };
      return Promise.resolve(true);
    },
  }, (_, reason) => void done.push(`told: ${reason}`));
  const answer = (version: string, times: number, ok: boolean, ms: number) => {
    for (let i = 0; i < times; i++) probation.answered("m", version, ok, ms);
  };
  const tryAgain = () => void (entry = { ...entry, version: "2", previous: "1" });
  return { done, answer, tryAgain };
}

Deno.test("openProbation() trusts a version after 200 answers", () => {
  const { done, answer } = onTrial();
  answer("2", 199, true, 10);
  assert.deepEqual(done, []);
  answer("2", 2, true, 10);
  assert.deepEqual(done, [`trust ${URI}`]);
});

Deno.test("openProbation() returns to the version before where the new one fails", async () => {
  const { done, answer } = onTrial();
  answer("1", 50, false, 10);
  answer("2", 18, true, 10);
  answer("2", 5, false, 10);
  await Promise.resolve();
  const reason = "10 % of its last 20 answers failed";
  assert.deepEqual(done, [`fall back ${URI}: ${reason}`, `told: ${reason}`]);
});

Deno.test("openProbation() returns to the version before where the new one is slow", () => {
  const { done, answer } = onTrial();
  answer("1", 50, true, 20);
  answer("2", 20, true, 100);
  assert.match(done[0], /^fall back .* took 100 ms or more, the other version's 20 ms$/);
});

Deno.test("openProbation() judges a version that is tried again by its new answers alone", async () => {
  const { done, answer, tryAgain } = onTrial();
  answer("2", 20, false, 10);
  await Promise.resolve();
  assert.equal(done.length, 2);
  tryAgain();
  answer("2", 199, true, 10);
  assert.equal(done.length, 2);
  answer("2", 1, true, 10);
  assert.deepEqual(done.slice(2), [`trust ${URI}`]);
});
