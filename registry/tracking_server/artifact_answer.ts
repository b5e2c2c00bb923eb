/** The response that carries a file. */

import type { ArtifactFacts, OpenArtifact } from "./artifact_files.ts";
import { mimeType } from "./mime_type.ts";

/**
 * A response that streams a file. It is always a download and its type is never guessed anew, so
 * that a stored page cannot act in the name of this server. Without a body it answers HEAD.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const body = new Blob(["a,b"]).stream();
 * const response = artifactAnswer({ name: "rows.csv", size: 3, body });
 * assert.equal(response.headers.get("content-disposition"), 'attachment; filename="rows.csv"');
 * assert.equal(await response.text(), "a,b");
 * ```
 */
export function artifactAnswer(artifact: OpenArtifact | ArtifactFacts): Response {
  const { name, size } = artifact;
  return new Response("body" in artifact ? artifact.body : null, {
    headers: {
      "content-type": mimeType(name),
      "content-length": String(size),
      "content-disposition": disposition(name),
      "x-content-type-options": "nosniff",
    },
  });
}

/** RFC 6266: a name beyond plain ASCII goes into `filename*`. */
function disposition(name: string): string {
  return /^[\x20-\x7e]+$/.test(name) && !/["\\]/.test(name)
    ? `attachment; filename="${name}"`
    : `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
}
