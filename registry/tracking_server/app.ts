/** The tracking server as a Hono app: MLflow's REST interface over a store. */

import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { addArtifactRoutes } from "./artifacts/routes.ts";
import { addArtifactUpload } from "./artifacts/upload.ts";
import { isBrokenBody } from "./requests/broken_body.ts";
import { addCloudTransfers } from "./artifacts/cloud_transfers.ts";
import { graphqlRoute } from "./graphql_route.ts";
import { errorAnswer, jsonAnswer } from "./json_answer.ts";
import { addMlflowPages } from "./mlflow_pages/mount.ts";
import { addMetricHistoryBulk } from "./metric_history_bulk.ts";
import { addPages } from "./pages/mount.ts";
import { requestJson } from "./requests/request_json.ts";
import { pathReader } from "./requests/request_path.ts";
import { ownRoutes, routes } from "./routes/mod.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { sameMachine } from "./same_machine.ts";
import { onlyServed, type ServedParts } from "./served_parts.ts";
import type { TrackingStore } from "./store.ts";
import { TrackingError } from "./tracking_error.ts";
import { openWebhooks, type Webhooks } from "./webhooks/open_webhooks.ts";

/** What {@link createTrackingApp} needs. */
export interface TrackingAppOptions {
  readonly store: TrackingStore;
  /**
   * Host names and addresses to answer under besides this machine and private networks, without
   * port, in lower case.
   * @default {[]}
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Folder of MLflow's own pages, the `mlflow/server/js/build` of an installed MLflow.
   * @default {none are served}
   */
  readonly mlflowPages?: string;
  /**
   * What every address begins with, as behind a proxy: `/…` without a slash at its end.
   * @default {""}
   */
  readonly staticPrefix?: string;
  /**
   * Which half of the interface is answered.
   * @default {"all"}
   */
  readonly serves?: ServedParts;
  /**
   * Whom to tell of what happens in the registry; the owner disposes of it. Without it webhooks can
   * be set up and tested but none is told.
   */
  readonly webhooks?: Webhooks;
  /** Told of failures that are not the client's; their text does not leave the server. */
  readonly onError?: (error: unknown) => void;
}

/** The release of MLflow whose interface this is; clients choose by it what they send. */
export const emulatedVersion = "3.11.1";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

// MLflow's batches are at most 1 MB; a data set's schema or a model's tags may be larger.
const longestBody = 16 * 1024 * 1024;

/**
 * Makes the app of a store. Serve it with `Deno.serve(app.fetch)`, or call `app.fetch` in
 * process. Endpoints that it lacks answer 404 with an empty body, as MLflow's own do.
 *
 * @throws {RangeError} When `mlflowPages` is no such folder.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "./store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const app = createTrackingApp({ store });
 * const response = await app.request("/api/2.0/mlflow/experiments/get?experiment_id=0");
 * assert.equal((await response.json()).experiment.name, "Default");
 * ```
 */
export function createTrackingApp(options: TrackingAppOptions): Hono {
  const { store, allowedHosts = [], mlflowPages, webhooks, onError } = options;
  const { staticPrefix = "", serves = "all" } = options;
  const hooks = webhookRoutes(webhooks ?? openWebhooks(store));
  const tell = webhooks?.announce;
  const app = new Hono({ getPath: pathReader(staticPrefix) });
  app.use(sameMachine(allowedHosts), onlyServed(serves));
  app.notFound(() => new Response(null, { status: 404 }));
  app.onError((error) => {
    if (!(error instanceof TrackingError || isBrokenBody(error))) onError?.(error);
    return errorAnswer(error);
  });

  const limited = bodyLimit({ maxSize: longestBody, onError: tooLong });
  for (const api of ["/api", "/ajax-api"]) {
    const all = [
      ...[...routes, ...hooks].map((route) => ({ ...route, below: "mlflow" })),
      ...ownRoutes.map((route) => ({ ...route, below: "wattbook" })),
    ];
    for (const { below, method, path, answer } of all) {
      app.on(
        method,
        `${api}/2.0/${below}/${path}`,
        limited,
        async (context) => jsonAnswer(await answer(store, await requestJson(context), tell)),
      );
    }
    for (const path of new Set([...routes, ...hooks].map((route) => route.path))) {
      app.on(methods, `${api}/2.0/mlflow/${path}`, () => new Response(null, { status: 405 }));
    }
    app.get(
      `${api}/3.0/mlflow/server-info`,
      () => jsonAnswer({ store_type: "SqlStore", workspaces_enabled: false }),
    );
  }
  app.on(["GET", "POST"], "/graphql", limited, (context) => graphqlRoute(context, store, onError));
  addMetricHistoryBulk(app, store);
  addArtifactRoutes(app, store);
  addArtifactUpload(app, store);
  addCloudTransfers(app);
  if (mlflowPages !== undefined) addMlflowPages(app, mlflowPages);
  // MLflow calls these pages, and clients read them as text.
  app.get("/health", () => pageAnswer("OK"));
  app.get("/version", () => pageAnswer(emulatedVersion));
  if (serves !== "artifacts") addPages(app, store, onError);
  return app;
}

function pageAnswer(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function tooLong(): Response {
  const message = `Cannot read a body of more than ${longestBody} bytes`;
  return jsonAnswer({ error_code: "BAD_REQUEST", message }, 413);
}
