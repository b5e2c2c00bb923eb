/** Media types of files, by name. */

const types: Readonly<Record<string, string>> = {
  bmp: "image/bmp",
  css: "text/css",
  gif: "image/gif",
  htm: "text/html",
  html: "text/html",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  mjs: "text/javascript",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  pdf: "application/pdf",
  png: "image/png",
  sql: "application/sql",
  svg: "image/svg+xml",
  tar: "application/x-tar",
  tiff: "image/tiff",
  ttf: "font/ttf",
  txt: "text/plain",
  wav: "audio/x-wav",
  webm: "video/webm",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  zip: "application/zip",
};

/**
 * The media type of a file; bytes when its name tells nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(mimeType("report.html"), "text/html");
 * assert.equal(mimeType("model.onnx"), "application/octet-stream");
 * ```
 */
export function mimeType(name: string): string {
  const extension = /.\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? "";
  return Object.hasOwn(types, extension) ? types[extension] : "application/octet-stream";
}

// MLflow's own list of what its pages show as text.
const textual = new Set(
  "txt log err cfg conf cnf cf ini properties prop hocon toml yaml yml xml json js py py3 csv tsv md rst MLmodel mlproject"
    .split(" "),
);

/**
 * The media type that MLflow gives to an artifact: whatever can be read is plain text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(artifactMimeType("rows.csv"), "text/plain");
 * assert.equal(artifactMimeType("MLmodel"), "text/plain");
 * assert.equal(artifactMimeType("report.html"), "text/html");
 * ```
 */
export function artifactMimeType(name: string): string {
  const extension = /.\.([^.]+)$/.exec(name)?.[1] ?? name;
  return textual.has(extension) ? "text/plain" : mimeType(name);
}
