import assert from "node:assert/strict";
import { calibrate, fitCalibration, quantileThreshold, random } from "../../models/mod.ts";
import { ensembleScores } from "./ensemble_scores.ts";
import type { ScoredMember } from "./member_team.ts";

const draw = random(2);
const labels = Uint8Array.from({ length: 200 }, (_, row) => row % 20 === 0 ? 1 : 0);

/** A member that tells the anomalous rows by `lift`. */
function member(name: string, lift: number): ScoredMember {
  const usual = Float64Array.from({ length: 300 }, () => draw());
  const labelled = Float64Array.from(labels, (label) => draw() + lift * label);
  return { name, raw: { usual, labelled, judged: labelled } };
}

const members = [member("keen", 2), member("blind", 0)];
const options = {
  seed: 1,
  labels,
  choose: ({ usual }: { usual: Float64Array }) => quantileThreshold(usual, 0.05),
};

Deno.test("ensembleScores() combines calibrated scores row by row", async () => {
  const scorers = await ensembleScores(members, options, {});
  const [keen, blind] = members.map(({ raw }) => calibrate(fitCalibration(raw.usual), raw.judged));
  const [mean, max] = ["mean", "max"].map((name) => scorers.find((scorer) => scorer.name === name));
  labels.forEach((_, row) => {
    assert.ok(Math.abs(mean!.scores[row] - (keen[row] + blind[row]) / 2) < 1e-12);
    assert.equal(max!.scores[row], Math.max(keen[row], blind[row]));
  });
});

Deno.test("ensembleScores() lets labels choose only where a combiner learns from them", async () => {
  const turned = { ...options, labels: labels.toReversed() };
  const known = await ensembleScores(members, options, {});
  const wrong = await ensembleScores(members, turned, {});
  for (const { name, scores } of known) {
    const others = wrong.find((scorer) => scorer.name === name)?.scores;
    if (name === "stacked" || name === "greedy_selection") {
      assert.notDeepEqual(others, scores, name);
    } else assert.deepEqual(others, scores, name);
  }
});

Deno.test("ensembleScores() tells why a combiner cannot combine, and goes on", async () => {
  const refused: Record<string, string> = {};
  const scorers = await ensembleScores(
    members,
    { ...options, labels: new Uint8Array(200) },
    refused,
  );
  assert.deepEqual(Object.keys(refused), ["greedy_selection", "stacked"]);
  assert.ok(scorers.some(({ name }) => name === "mean"));
});

Deno.test("ensembleScores() makes no ensemble of one member", async () => {
  assert.deepEqual(await ensembleScores(members.slice(1), options, {}), []);
});

Deno.test("ensembleScores() keeps members that saw labels from combiners that see none", async () => {
  const taught = { ...member("taught", 3), supervised: true };
  const [plain, mixed] = [
    await ensembleScores(members, options, {}),
    await ensembleScores([...members, taught], options, {}),
  ];
  for (const { name, scores } of plain) {
    const others = mixed.find((scorer) => scorer.name === name)?.scores;
    if (name === "stacked") assert.notDeepEqual(others, scores);
    else if (name !== "greedy_selection") assert.deepEqual(others, scores, name);
  }
  const learnt = await ensembleScores([members[0], taught], options, {});
  assert.deepEqual(learnt.map(({ name }) => name), ["greedy_selection", "stacked"]);
});
