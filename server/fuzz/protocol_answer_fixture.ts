/** What holds of the answer to any request, however wrong. */
import assert from "node:assert/strict";

/** Keys of an error by the beginning of the path. */
const ERROR_KEYS: readonly [path: string, keys: readonly string[]][] = [
  ["/invocations", ["error_code", "message"]],
  ["/v2", ["error"]],
  ["/api/v1/", ["detail", "status", "title", "type"]],
];

/**
 * Checks that an answer is no failure of the server, and that a refusal has the error shape of its
 * protocol.
 *
 * @returns The status.
 * @throws {AssertionError} That shows the request.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const request = new Request("http://localhost/v2");
 * assert.equal(await checkAnswer(request, Response.json({ error: "Cannot" }, { status: 404 })), 404);
 * await assert.rejects(checkAnswer(request, new Response("", { status: 500 })));
 * ```
 */
export async function checkAnswer(request: Request, response: Response): Promise<number> {
  const { pathname } = new URL(request.url);
  const { status } = response;
  const shown = `${request.method} ${pathname}: ${status}`;
  const text = await response.text();
  assert.ok(status < 500, `${shown} ${text}`);
  if (status < 400 || request.method === "HEAD") return status;
  const [, keys] = ERROR_KEYS.find(([path]) => pathname.startsWith(path)) ?? ["", []];
  const body = JSON.parse(text);
  // A path that no route has is answered in the shape of our own.
  const own = "detail" in body ? ERROR_KEYS[2][1] : keys;
  for (const key of own) assert.ok(key in body, `${shown} lacks ${key}: ${text}`);
  return status;
}
