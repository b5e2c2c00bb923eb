/** Media types of artifacts, by file name. */

const types: Readonly<Record<string, string>> = {
  csv: "text/csv",
  html: "text/html",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/plain",
  png: "image/png",
  sql: "text/plain",
  svg: "image/svg+xml",
  txt: "text/plain",
  yaml: "text/plain",
  yml: "text/plain",
};

/**
 * The media type of a file; bytes when its name tells nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(mimeType("report.html"), "text/html");
 * assert.equal(mimeType("MLmodel"), "text/plain");
 * ```
 */
export function mimeType(name: string): string {
  if (name === "MLmodel") return "text/plain";
  const extension = /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? "";
  return Object.hasOwn(types, extension) ? types[extension] : "application/octet-stream";
}
