/** A request as a command for curl. */

/**
 * The command that sends a request, for any POSIX shell; its body must be text.
 *
 * @param request Its body is read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const request = new Request("http://localhost:8000/x", {
 *   method: "POST",
 *   headers: { "content-type": "text/csv" },
 *   body: "it's\n",
 * });
 * assert.equal(
 *   await curlCommand(request),
 *   `curl 'http://localhost:8000/x' \\
 *   -H 'content-type: text/csv' \\
 *   --data-binary 'it'\\''s
 * '`,
 * );
 * ```
 */
export async function curlCommand(request: Request): Promise<string> {
  const body = await request.text();
  const parts = [`curl ${quoted(request.url)}`];
  if (body !== "") {
    parts.push(`-H ${quoted(`content-type: ${request.headers.get("content-type")}`)}`);
    parts.push(`--data-binary ${quoted(body)}`);
  } else if (request.method !== "GET") parts.push(`-X ${request.method}`);
  return parts.join(" \\\n  ");
}

/** In single quotes a shell takes everything as it is, but the single quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
