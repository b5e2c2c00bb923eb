import assert from "node:assert/strict";
import { repositoryRequest, repositoryVersion } from "./repository_request.ts";

Deno.test("repositoryRequest() refuses what is no object", () => {
  assert.throws(() => repositoryRequest(new TextEncoder().encode("[]")), {
    status: 400,
    message: "Cannot read the body: expected an object, got a list",
  });
});

Deno.test("repositoryVersion() takes the parameters of Triton that mean nothing here", () => {
  assert.equal(repositoryVersion({}), undefined);
  const body = { parameters: { unload_dependents: false } };
  assert.equal(repositoryVersion(body, ["unload_dependents"]), undefined);
});

Deno.test("repositoryVersion() refuses files, and a version that is no text", () => {
  assert.throws(() => repositoryVersion({ parameters: { "file:1/model.onnx": "AA==" } }), {
    message: "Cannot read parameters.file:1/model.onnx: models come from the registry as they are",
  });
  assert.throws(() => repositoryVersion({ parameters: { version: 3 } }), {
    message: "Cannot read parameters.version: expected the text of a version, got 3",
  });
  assert.throws(() => repositoryVersion({ parameters: [] }), {
    message: "Cannot read parameters: expected an object, got a list",
  });
});
