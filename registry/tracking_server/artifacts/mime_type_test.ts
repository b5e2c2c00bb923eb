import assert from "node:assert/strict";
import { artifactMimeType, mimeType } from "./mime_type.ts";

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

// What mlflow.utils.mime_type_utils of MLflow 3.11.1 answers.
Deno.test("artifactMimeType() calls text what MLflow does", () => {
  const types: Record<string, string> = {
    "a.txt": "text/plain",
    "b.pkl": "application/octet-stream",
    "c.png": "image/png",
    "d.pdf": "application/pdf",
    "e.json": "text/plain",
    "f.csv": "text/plain",
    "g.js": "text/plain",
    "h.html": "text/html",
    "i.YAML": "application/octet-stream",
    "j.svg": "image/svg+xml",
    "MLmodel": "text/plain",
    "mlproject": "text/plain",
    "md": "text/plain",
    ".csv": "application/octet-stream",
    "k.webp": "image/webp",
    "l.zip": "application/zip",
    "m.mp4": "video/mp4",
    "n.PNG": "image/png",
    "o.sql": "application/sql",
    "p.jpeg": "image/jpeg",
    "q.htm": "text/html",
    "r.parquet": "application/octet-stream",
  };
  for (const [name, type] of Object.entries(types)) {
    assert.equal(artifactMimeType(name), type, name);
  }
});
