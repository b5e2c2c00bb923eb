import assert from "node:assert/strict";
import { driftSection, driftSentence, type DriftSummary } from "./drift_section.ts";

const window = { from: "2020-04-01T00:00:00.000Z", to: "2020-05-01T00:00:00.000Z" };

/** A report with a section on features and one on meters. */
function report(features: number): DriftSummary {
  const figures = {
    features: Array.from({ length: features }, (_, i) => ({
      feature: `feature_${i + 1}`,
      severity: i < 2 ? 2 : 0.5,
      drifted: i < 2,
    })),
  };
  const section = { verdict: "drift", error: null } as const;
  return {
    id: "20200501T093000000Z-00c0ffee",
    window,
    verdict: "drift",
    sections: {
      features: { ...section, title: "Features", summary: "2 of 34 differ", figures },
      meters: { ...section, title: "Meters", summary: "<b1> stands still", figures: {} },
    },
  };
}

Deno.test("driftSentence() says what the verdict is about", () => {
  assert.equal(
    driftSentence({ window, verdict: "no_drift" }),
    "From 1 Apr 2020 to 30 Apr 2020 the data was as usual.",
  );
  assert.match(
    driftSentence({ window, verdict: "unknown" }),
    / there is too little data to tell\.$/,
  );
});

Deno.test("driftSection() gives the finding of each section", async () => {
  const text = String(await driftSection(report(34)));
  const findings = [...text.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/g)].map(([, ...said]) =>
    said
  );
  assert.deepEqual(findings, [
    ["Features", "2 of 34 differ."],
    ["Meters", "&lt;b1&gt; stands still."],
  ]);
});

Deno.test("driftSection() leads to the whole report and to all", async () => {
  const text = String(await driftSection(report(3)));
  const links = [...text.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual(links, ["/drift/20200501T093000000Z-00c0ffee", "/drift"]);
});

Deno.test("driftSection() draws the sixteen worst features, for each width", async () => {
  const text = String(await driftSection(report(34)));
  assert.equal(text.match(/<svg/g)?.length, 4);
  assert.equal(text.match(/>feature_16</g)?.length, 4);
  assert.ok(!text.includes("feature_17"));
});

Deno.test("driftSection() draws nothing where the features were not judged or failed", async () => {
  const { sections: { features, meters } } = report(0);
  const failed = { ...features, figures: null };
  const cases: DriftSummary["sections"][] = [{ meters }, { features }, { features: failed }];
  for (const judged of cases) {
    assert.doesNotMatch(String(await driftSection({ ...report(0), sections: judged })), /<svg/);
  }
});

Deno.test("driftSection() says how to get a report when there is none", async () => {
  assert.match(String(await driftSection(null)), /The task <code>monitor<\/code> makes one/);
});
