/** A server that answers for one half of the interface only. */

import type { MiddlewareHandler } from "hono";

/** Both halves, or only records, or only the proxy of artifacts. */
export type ServedParts = "all" | "tracking" | "artifacts";

const artifactPath = /^\/(ajax-)?api\/2\.0\/mlflow-artifacts\//;
const trackingPath =
  /^\/((ajax-)?api\/[23]\.0\/(mlflow|wattbook)\/|get-artifact$|model-versions\/get-artifact$|graphql$)/;

const reasons = {
  tracking:
    "disabled due to the mlflow server running with `--no-serve-artifacts`. To enable artifacts server functionality, run `mlflow server` with `--serve-artifacts`",
  artifacts:
    "disabled due to the mlflow server running in `--artifacts-only` mode. To enable tracking server functionality, run `mlflow server` without `--artifacts-only`",
} as const;

/**
 * Answers 503 for the half that is not served, in plain text as MLflow does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono().use(onlyServed("artifacts")).get("*", (context) => context.text("in"));
 * assert.equal((await app.request("/api/2.0/mlflow-artifacts/artifacts")).status, 200);
 * assert.equal((await app.request("/api/2.0/mlflow/runs/get")).status, 503);
 * ```
 */
export function onlyServed(parts: ServedParts): MiddlewareHandler {
  return async function servedPart(context, next) {
    if (parts !== "all") {
      const { path } = context.req;
      const other = parts === "tracking" ? artifactPath : trackingPath;
      if (other.test(path)) return context.text(`Endpoint: ${path} ${reasons[parts]}`, 503);
    }
    await next();
  };
}
