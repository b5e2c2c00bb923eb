import assert from "node:assert/strict";
import { driftSection, driftSentence } from "./drift_section.ts";

const window = { from: "2020-04-01T00:00:00.000Z", to: "2020-05-01T00:00:00.000Z" };

function columns(drifted: number, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    column: `feature_${i + 1}`,
    missing: false,
    drifted: i < drifted,
    severity: i < drifted ? 2 : 0.5,
  }));
}

Deno.test("driftSentence() counts the drifted features and names the worst three", () => {
  assert.equal(
    driftSentence({ ...window, drift: true, drifted: 14, columns: columns(14, 34) }),
    "From 1 Apr 2020 to 30 Apr 2020 the data was far from what the model was trained on: " +
      "14 of 34 features drifted, mostly feature 1, feature 2, feature 3.",
  );
});

Deno.test("driftSentence() says that all is well and names nobody", () => {
  assert.equal(
    driftSentence({ ...window, drift: false, drifted: 0, columns: columns(0, 34) }),
    "From 1 Apr 2020 to 30 Apr 2020 the data looked like what the model was trained on: " +
      "0 of 34 features drifted.",
  );
});

Deno.test("driftSentence() says which features are no longer there", () => {
  const gone = columns(1, 34).map((column, i) => ({ ...column, missing: i === 0 }));
  assert.match(
    driftSentence({ ...window, drift: true, drifted: 1, columns: gone }),
    /1 of 34 features drifted, mostly feature 1; no longer there: feature 1\.$/,
  );
});

Deno.test("driftSection() draws the sixteen worst features, for each width", async () => {
  const report = { ...window, drift: true, drifted: 2, columns: columns(2, 34) };
  const text = String(await driftSection(report));
  assert.equal(text.match(/<svg/g)?.length, 4);
  assert.equal(text.match(/>feature_16</g)?.length, 4);
  assert.ok(!text.includes("feature_17"));
});

Deno.test("driftSection() says how to get a report when there is none", async () => {
  assert.match(String(await driftSection(null)), /The task <code>monitor<\/code> makes one/);
});
