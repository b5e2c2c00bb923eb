import assert from "node:assert/strict";
import * as client from "./client/mod.ts";
import * as face from "./mod.ts";

Deno.test("registry/mod.ts offers the client and what stands on it, and no more", () => {
  const own = [
    "digestTag",
    "environmentFiles",
    "mlmodelYaml",
    "packageFiles",
    "parseModelUri",
    "promote",
    "promotionsOf",
    "resolveModelUri",
    "sha256",
  ];
  assert.deepEqual(Object.keys(face).sort(), [...Object.keys(client), ...own].sort());
});
