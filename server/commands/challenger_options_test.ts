import assert from "node:assert/strict";
import { UsageError } from "../../pipelines/mod.ts";
import { challengerPlan, type GivenChallenger } from "./challenger_options.ts";

const URI = "models:/energy-anomaly@challenger";

Deno.test("challengerPlan() tries a challenger as a shadow where nothing else is said", () => {
  assert.equal(challengerPlan({}), undefined);
  assert.deepEqual(challengerPlan({ challenger: URI }), { uri: URI, mode: "shadow", share: 0 });
  assert.deepEqual(challengerPlan({ challenger: URI, release: "canary", share: "0.25" }), {
    uri: URI,
    mode: "canary",
    share: 0.25,
  });
});

const refused: readonly [GivenChallenger, string][] = [
  [{ release: "canary" }, "Cannot use --release without --challenger"],
  [{ share: "0.1" }, "Cannot use --share without --challenger"],
  [{ challenger: URI, share: "0.1" }, "Cannot use --share with a shadow"],
  [
    { challenger: URI, release: "blue" },
    'Cannot read --release: expected shadow, canary, split, got "blue"',
  ],
  [
    { challenger: URI, release: "split", share: "2" },
    'Cannot read --share: expected a number from 0 to 1, got "2"',
  ],
  [
    { challenger: URI, release: "split", share: "" },
    'Cannot read --share: expected a number from 0 to 1, got ""',
  ],
];
for (const [given, message] of refused) {
  Deno.test(`challengerPlan() refuses ${JSON.stringify(given)}`, () => {
    assert.throws(() => challengerPlan(given), new UsageError(message));
  });
}
