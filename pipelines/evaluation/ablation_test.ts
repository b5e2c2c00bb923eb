import assert from "node:assert/strict";
import {
  calibrate,
  fitCalibration,
  type MeterTally,
  quantileThreshold,
  random,
  tallyMeters,
} from "../../models/mod.ts";
import { meansWithout, memberGain } from "./ablation.ts";
import { ensembleScores } from "./ensemble_scores.ts";
import type { FoldScores } from "./fold_scores.ts";
import type { ScoredMember } from "./member_team.ts";

/** Two meters of eight hours, hours 2 and 3 of each anomalous. */
const meterIds = [..."aaaaaaaabbbbbbbb"];
const ts = Float64Array.from(meterIds, (_, row) => (row % 8) * 3_600_000);
const labels = Uint8Array.from(meterIds, (_, row) => row % 8 === 2 || row % 8 === 3 ? 1 : 0);

/** A member that scores usual hours 0. */
function member(name: string, judged: ArrayLike<number>): ScoredMember {
  const scores = Float64Array.from(judged);
  return { name, raw: { usual: new Float64Array(40), labelled: scores, judged: scores } };
}

const options = {
  seed: 1,
  labels,
  choose: ({ usual }: { usual: Float64Array }) => quantileThreshold(usual, 0.05),
};

function tally({ scores, predicted }: FoldScores): MeterTally[] {
  return tallyMeters({ meterIds, ts, labels, scores, predicted });
}

/** What each of some members adds to their mean. */
async function gains(members: readonly ScoredMember[]) {
  const [whole] = await ensembleScores(members, options, {});
  const means = await meansWithout(members, options);
  return Object.fromEntries(
    means.map((mean) => [mean.name, memberGain(tally(whole), tally(mean), 1)]),
  );
}

/** A gain that is the same however meters are drawn. */
function steady(roc_auc: number, average_precision: number, event_f1: number) {
  const ends = (value: number) => [value, value];
  return {
    roc_auc,
    roc_auc_ci: ends(roc_auc),
    average_precision,
    average_precision_ci: ends(average_precision),
    event_f1,
    event_f1_ci: ends(event_f1),
  };
}

const blind = new Float64Array(labels.length);

Deno.test("a member that is the truth adds all that chance does not reach, blind ones add nothing", async () => {
  const members = [member("truth", labels), member("one", blind), member("other", blind)];
  // Without it no hour stands out: ROC-AUC 1/2, precision that of all hours, no event reported.
  assert.deepEqual(await gains(members), {
    truth: steady(1 / 2, 1 - 2 / 8, 1),
    one: steady(0, 0, 0),
    other: steady(0, 0, 0),
  });
});

Deno.test("a member that says what another says adds nothing", async () => {
  const members = [member("truth", labels), member("again", labels), member("blind", blind)];
  const nothing = steady(0, 0, 0);
  assert.deepEqual(await gains(members), { truth: nothing, again: nothing, blind: nothing });
});

Deno.test("a member that says the opposite takes away", async () => {
  const against = labels.map((label) => 1 - label);
  const { against: gain } = await gains([
    member("truth", labels),
    member("against", against),
    member("blind", blind),
  ]);
  // With it all hours say the same: ROC-AUC 1/2, precision that of all hours. Each meter is reported
  // as one long event, which is as right about its one true event as the hours alone.
  assert.deepEqual(gain, steady(-1 / 2, 2 / 8 - 1, 0));
});

Deno.test("meansWithout() takes the mean of the other members as they were calibrated, and a threshold of its own", async () => {
  const draw = random(2);
  const members = ["a", "b", "c"].map((name) => {
    const [usual, judged] = [60, 20].map((rows) => Float64Array.from({ length: rows }, draw));
    return { name, raw: { usual, labelled: judged, judged } };
  });
  const means = await meansWithout(members, { ...options, labels: new Uint8Array(20) });
  means.forEach(({ name, scores, threshold }, left) => {
    const others = members.filter((_, m) => m !== left);
    const mean = (side: "usual" | "judged") => {
      const [one, two] = others.map(({ raw }) => calibrate(fitCalibration(raw.usual), raw[side]));
      return one.map((score, row) => (score + two[row]) / 2);
    };
    assert.equal(name, members[left].name);
    assert.deepEqual(scores, mean("judged"));
    assert.equal(threshold, quantileThreshold(mean("usual"), 0.05).value);
  });
});

Deno.test("meansWithout() leaves no one out of two, nor members that labels taught", async () => {
  const two = [member("truth", labels), member("blind", blind)];
  const taught = { ...member("taught", labels), supervised: true };
  assert.deepEqual(await meansWithout([...two, taught], options), []);
  const three = await meansWithout([...two, taught, member("third", blind)], options);
  assert.deepEqual(three.map(({ name }) => name), ["truth", "blind", "third"]);
});

const told: MeterTally = {
  meterId: "a",
  hours: 168,
  ranking: { roc_auc: 0.5, average_precision: 0.25, vus_roc: 0.5, vus_pr: 0.25 },
  trueEvents: 2,
  detected: 1,
  predictedEvents: 2,
  confirmed: 1,
  delayHours: 0,
};

function ranked(roc_auc: number, average_precision: number): MeterTally {
  return { ...told, ranking: { ...told.ranking!, roc_auc, average_precision } };
}

Deno.test("memberGain() draws the same meters for both means", () => {
  // Meters differ much, but what the member adds is the same on each.
  const whole = [ranked(1, 0.5), ranked(0.5, 0.125)];
  const without = [ranked(0.75, 0.5), ranked(0.25, 0.0625)];
  const gain = memberGain(whole, without, 1);
  assert.deepEqual([gain.roc_auc, gain.roc_auc_ci], [0.25, [0.25, 0.25]]);
  // On one it adds nothing, on the other 1/16; of two meters, one in four draws is each of them twice.
  assert.deepEqual([gain.average_precision, gain.average_precision_ci], [1 / 32, [0, 1 / 16]]);
});

Deno.test("memberGain() pools events before it compares", () => {
  const quiet = { ...told, predictedEvents: 0, confirmed: 0, detected: 0 };
  const all = { ...told, predictedEvents: 2, confirmed: 2, detected: 2 };
  // With it: 3 of 4 found by 4 reports, 3 true. Without: 1 of 4 found by 2 reports, 1 true.
  const { event_f1 } = memberGain([told, all], [told, quiet], 1);
  const without = 2 * (1 / 2) * (1 / 4) / (1 / 2 + 1 / 4);
  assert.ok(Math.abs(event_f1! - (3 / 4 - without)) < 1e-12, `${event_f1}`);
});

Deno.test("memberGain() has no value where no meter can be ranked", () => {
  const { roc_auc, roc_auc_ci, event_f1 } = memberGain(
    [{ ...told, ranking: null }],
    [{ ...told, ranking: null }],
    1,
  );
  assert.deepEqual([roc_auc, roc_auc_ci, event_f1], [null, [null, null], 0]);
});
