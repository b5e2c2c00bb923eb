/** Media types of files, by name. */

const types: Readonly<Record<string, string>> = {
  css: "text/css",
  csv: "text/csv",
  gif: "image/gif",
  html: "text/html",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  md: "text/plain",
  mjs: "text/javascript",
  png: "image/png",
  sql: "text/plain",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: "text/plain",
  woff: "font/woff",
  woff2: "font/woff2",
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
