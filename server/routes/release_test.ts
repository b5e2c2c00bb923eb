import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { startRelease } from "../releases/release.ts";
import { releaseSchema } from "../schemas/release.ts";

const DAY = 24 * 3_600_000;

Deno.test("GET /api/v1/release tells how a challenger compares with the champion", async () => {
  await using deps = await hostelDeps();
  const release = startRelease({ mode: "canary", share: 0.25 }, assert.fail);
  release.answered("champion", true, 8);
  release.answered("challenger", false, 90);
  release.compare([0, 1].map((day) => ({
    meterId: "r1",
    ts: day * DAY,
    champion: { score: 0.25, label: 0 },
    challenger: { score: 0.75, label: 1 },
  })));
  const status = () => ({
    model: "energy-anomaly",
    championVersion: "3",
    challengerVersion: "4",
    ...release.status(),
  });
  const app = createApp({ ...deps, releases: { ...deps.releases, status } });
  const body = await (await app.request("/api/v1/release")).json();
  const { comparison, ...told } = releaseSchema.parse(body).release!;
  assert.deepEqual(told, {
    model: "energy-anomaly",
    mode: "canary",
    share: 0.25,
    halted: null,
    champion: { version: "3", answers: 1, error_share: 0, p95_ms: 8 },
    challenger: { version: "4", answers: 1, error_share: 1, p95_ms: 0 },
    hours: 2,
    mean_score_difference: 0.5,
    days: { quiet: 0, both: 0, champion_only: 0, challenger_only: 1 },
  });
  assert.equal(comparison.outcome, "undecided");
});

Deno.test("GET /api/v1/release is null where no challenger is tried", async () => {
  await using deps = await hostelDeps();
  const response = await createApp(deps).request("/api/v1/release");
  assert.deepEqual(await response.json(), { release: null });
});
