/** `GET /api/v1/release`: how a challenger fares beside the champion. */
import { problemJson } from "../error_shapes/problem_json.ts";
import type { SideHealth } from "../releases/release.ts";
import type { ReleaseReport } from "../releases/releases.ts";
import { releaseSchema } from "../schemas/release.ts";
import type { Route } from "./route.ts";

/** `{"release": null}` where none is tried. */
export const release: Route = {
  method: "GET",
  path: "/api/v1/release",
  summary: "The challenger that is tried, and how it compares with the champion",
  errorShape: problemJson,
  operation: {
    id: "release",
    tag: "models",
    answers: {
      200: {
        description: "The release under way, or none",
        content: { "application/json": releaseSchema },
      },
    },
  },
  answer(c, { releases }) {
    const report = releases.status();
    return c.json({ release: report === null ? null : releaseJson(report) });
  },
};

function releaseJson(report: ReleaseReport) {
  const { comparison: { pValue, ...comparison }, figures: { days, ...figures } } = report;
  return {
    model: report.model,
    mode: report.mode,
    share: report.share,
    halted: report.halted ?? null,
    champion: sideJson(report.championVersion, report.champion),
    challenger: sideJson(report.challengerVersion, report.challenger),
    comparison: { ...comparison, p_value: pValue },
    hours: figures.hours,
    mean_score_difference: figures.meanScoreDifference,
    days: {
      quiet: days.quiet,
      both: days.both,
      champion_only: days.championOnly,
      challenger_only: days.challengerOnly,
    },
  };
}

function sideJson(version: string, { answers, errorShare, p95Ms }: SideHealth) {
  return { version, answers, error_share: errorShare, p95_ms: p95Ms };
}
