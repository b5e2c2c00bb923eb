/** What the server knows that examples can be made of. */
import type { AppDeps } from "../deps.ts";
import type { ExampleFacts } from "./operation.ts";

const HOUR_MS = 3_600_000;
const NO_MODEL = { name: "energy-anomaly", version: "1", columns: ["hour"] };

/**
 * The first scored meter, its last hour, the last report and the version that answers by default; a
 * meter, a report and a model that may not be there where none was scored, made or loaded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "../hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * assert.equal((await exampleFacts(deps)).meterId, "room-2-01");
 * ```
 */
export async function exampleFacts(
  { models, latestScoring, reports, now }: Pick<
    AppDeps,
    "models" | "latestScoring" | "reports" | "now"
  >,
): Promise<ExampleFacts> {
  const { name, version, columns } = models.list().length > 0 ? models.defaultOf() : NO_MODEL;
  const meters = await (await latestScoring())?.meters();
  const { meterId, to } = meters?.[0] ??
    { meterId: "room-2-01", to: Math.floor(now() / HOUR_MS) * HOUR_MS };
  const [reportId = "20240801T093000000Z-00c0ffee"] = await reports.list();
  return {
    meterId,
    reportId,
    ts: new Date(to - HOUR_MS).toISOString(),
    model: { name, version, columns },
  };
}
