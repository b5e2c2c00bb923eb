import assert from "node:assert/strict";
import { mimeType } from "./mime_type.ts";

Deno.test("mimeType() goes by the last extension in either case", () => {
  assert.equal(mimeType("a.tar.SVG"), "image/svg+xml");
  assert.equal(mimeType("evaluation.json"), "application/json");
});

Deno.test("mimeType() knows what browsers refuse under another type", () => {
  assert.equal(mimeType("main.9a.js"), "text/javascript");
  assert.equal(mimeType("worker.mjs"), "text/javascript");
  assert.equal(mimeType("main.css"), "text/css");
  assert.equal(mimeType("icons.woff2"), "font/woff2");
});

Deno.test("mimeType() takes what it does not know as bytes", () => {
  for (const name of ["model.onnx", "noext", "", "a.constructor"]) {
    assert.equal(mimeType(name), "application/octet-stream");
  }
});
