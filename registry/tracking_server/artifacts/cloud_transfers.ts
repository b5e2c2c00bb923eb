/** The endpoints by which clients reach a cloud's storage themselves: a local store has none. */

import type { Context, Hono } from "hono";
import { artifactPathParts } from "./path_parts.ts";
import { pathBelow } from "./path_below.ts";
import { TrackingError } from "../tracking_error.ts";

const parts = ["mpu/create", "mpu/complete", "mpu/abort"];

/**
 * Adds the endpoints. They say that there is no such way, upon which clients send files through
 * the server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const app = new Hono();
 * app.onError((error) => new Response(error.message));
 * addCloudTransfers(app);
 * const response = await app.request("/api/2.0/mlflow-artifacts/presigned/0/model.onnx");
 * assert.match(await response.text(), /^Multipart download is not supported/);
 * ```
 */
export function addCloudTransfers(app: Hono): void {
  for (const api of ["/api", "/ajax-api"]) {
    const root = `${api}/2.0/mlflow-artifacts`;
    for (const part of parts) {
      app.post(`${root}/${part}/*`, ({ req }) => refuse(req, `${root}/${part}`, "upload"));
    }
    app.get(`${root}/presigned/*`, ({ req }) => refuse(req, `${root}/presigned`, "download"));
  }
}

function refuse({ path }: Context["req"], root: string, direction: "upload" | "download"): never {
  artifactPathParts(pathBelow(root, path));
  throw new TrackingError(
    "NOT_IMPLEMENTED",
    `Multipart ${direction} is not supported for the current artifact repository`,
  );
}
