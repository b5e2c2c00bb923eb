/** `GET /metrics`: what the server counts, for Prometheus. */
import { problemJson } from "../error_shapes/problem_json.ts";
import type { MeasuredState } from "../observability/metrics.ts";
import type { AppDeps } from "../deps.ts";
import type { Route } from "./route.ts";
import { z } from "zod";

/** Requests, batches, rejections, scores, loaded versions and the last drift verdicts. */
export const metrics: Route = {
  method: "GET",
  path: "/metrics",
  summary: "What the server counts and measures, in Prometheus' text format",
  errorShape: problemJson,
  operation: {
    id: "metrics",
    tag: "pages",
    answers: {
      200: {
        description: "Prometheus' text format, version 0.0.4",
        content: { "text/plain": z.string() },
      },
    },
  },
  async answer(c, deps) {
    const { text, contentType } = await deps.observations.metrics.read(await stateOf(deps));
    return c.body(text, 200, { "content-type": contentType });
  },
};

async function stateOf({ models, reports }: AppDeps): Promise<MeasuredState> {
  const report = await reports.latest();
  const verdicts = Object.entries(report?.sections ?? {}).flatMap(([name, { verdict }]) =>
    verdict === "unknown" ? [] : [[name, verdict === "drift" ? 1 : 0] as const]
  );
  return {
    versions: models.list().map((model) => ({
      model: model.name,
      version: model.version,
      answering: models.defaultOf(model.name) === model,
    })),
    drift: Object.fromEntries(verdicts),
  };
}
