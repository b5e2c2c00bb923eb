import assert from "node:assert/strict";
import { lightFaces } from "./light_faces.ts";
import { ruleMessages } from "./rule_messages.ts";

Deno.test("lightFaces refuses a value from a heavy folder", () => {
  assert.deepEqual(
    ruleMessages(lightFaces, "data/mod.ts", `export { query } from "./duckdb/query.ts";`),
    [
      `Cannot load "data/duckdb/query.ts" in the face "data/mod.ts" as a face must stay light: ` +
      "re-export its types alone",
    ],
  );
});

Deno.test("lightFaces refuses a heavy file but not its neighbours", () => {
  assert.deepEqual(
    ruleMessages(lightFaces, "models/mod.ts", `import { openSession } from "./onnx/session.ts";`),
    [
      `Cannot load "models/onnx/session.ts" in the face "models/mod.ts" as a face must stay ` +
      "light: re-export its types alone",
    ],
  );
  assert.deepEqual(
    ruleMessages(lightFaces, "models/mod.ts", `export { graph } from "./onnx/graph.ts";`),
    [],
  );
});

Deno.test("lightFaces lets types pass, and files that are no face", () => {
  const source = `export type { Query } from "./duckdb/query.ts";`;
  assert.deepEqual(ruleMessages(lightFaces, "data/mod.ts", source), []);
  assert.deepEqual(
    ruleMessages(lightFaces, "data/lake.ts", `import { query } from "./duckdb/mod.ts";`),
    [],
  );
});
