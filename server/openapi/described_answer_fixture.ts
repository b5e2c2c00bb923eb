/** What the tests of routes share: whether an answer is one that the operation describes. */
import assert from "node:assert/strict";
import type { Route } from "../routes/route.ts";
import { refusalsOf } from "./refusals.ts";

/**
 * Checks status, media type and body of an answer against the operation and the error shape; a key
 * that the schema does not know is a fault too.
 *
 * @throws {AssertionError} When the operation says otherwise.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { alive, ping } from "../routes/ping.ts";
 * await answersAsDescribed(ping, alive());
 * await assert.rejects(answersAsDescribed(ping, new Response("", { status: 201 })));
 * ```
 */
export async function answersAsDescribed(
  { path, operation, errorShape }: Pick<Route, "path" | "operation" | "errorShape">,
  response: Response,
): Promise<void> {
  const { answers } = operation;
  const { status } = response;
  const refused = status in refusalsOf(operation);
  assert.ok(refused || status in answers, `${path} does not say that it answers ${status}`);
  const content = refused ? { [errorShape.mediaType]: errorShape.schema } : answers[status].content;
  if (content === undefined) {
    assert.equal(await response.text(), "");
    return;
  }
  const [mediaType] = (response.headers.get("content-type") ?? "").split(";");
  assert.ok(mediaType in content, `${path} does not say that it answers ${mediaType}`);
  const schema = content[mediaType];
  const text = await response.text();
  if (schema === null) return;
  if ("line" in schema) {
    const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(lines.map((line) => schema.line.parse(line)), lines);
    return;
  }
  const body = mediaType.endsWith("json") ? JSON.parse(text) : text;
  assert.deepEqual(schema.parse(body), body);
}
