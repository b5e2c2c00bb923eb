import assert from "node:assert/strict";
import { ModelNotLoadedError } from "./model_not_loaded_error.ts";

Deno.test("ModelNotLoadedError says what was asked for and what is there", () => {
  const message = (...given: ConstructorParameters<typeof ModelNotLoadedError>) =>
    new ModelNotLoadedError(...given).message;
  assert.equal(message({}, []), "Cannot find a model: none is loaded");
  assert.equal(
    message({ name: 'a"b' }, ["a/1", "a/2"]),
    'Cannot find model "a\\"b": loaded are a/1, a/2',
  );
});
