import assert from "node:assert/strict";
import { ModelLoadError } from "./model_load_error.ts";

Deno.test("ModelLoadError says what was to be loaded and why it was not", () => {
  const cause = new SyntaxError("Cannot load 3 bytes as an ONNX model");
  const error = new ModelLoadError("models:/a@champion", cause);
  assert.equal(
    error.message,
    "Cannot load models:/a@champion: Cannot load 3 bytes as an ONNX model",
  );
  assert.deepEqual([error.uri, error.cause], ["models:/a@champion", cause]);
});
