import assert from "node:assert/strict";
import { packageOwnership } from "./package_ownership.ts";
import { ruleMessages } from "./rule_messages.ts";

const refused: readonly (readonly [path: string, name: string, owners: string])[] = [
  ["data/lake.ts", "@duckdb/node-api", "data/duckdb/"],
  ["models/onnx/graph.ts", "onnxruntime-node", "models/onnx/session.ts"],
  ["registry/promotion.ts", "ky", "registry/client/"],
  ["server/app.ts", "@observablehq/plot", "notebooks/charts/"],
  ["server/app.ts", "linkedom", "notebooks/charts/, notebooks/documents/html/, _test.ts"],
  ["registry/promotion.ts", "hono", "registry/tracking_server/, server/"],
  ["registry/promotion.ts", "node:sqlite", "data/store/, registry/tracking_server/"],
  ["data/lake.ts", "kysely", "data/store/"],
  [
    "data/lake.ts",
    "fast-check",
    "registry/tracking_server/resilience/fuzz_requests_fixture.ts, _test.ts",
  ],
];

for (const [path, name, owners] of refused) {
  Deno.test(`packageOwnership refuses ${name} in ${path}`, () => {
    assert.deepEqual(ruleMessages(packageOwnership, path, `import * as it from "${name}";`), [
      `Cannot import "${name}" in "${path}" as only ${owners} may know it`,
    ]);
  });
}

Deno.test("packageOwnership sees through npm:, versions, subpaths and types", () => {
  for (const specifier of ["npm:hono@4", "hono/cors", "npm:hono@4.13.19/cors"]) {
    assert.deepEqual(
      ruleMessages(packageOwnership, "data/lake.ts", `import type * as it from "${specifier}";`),
      [`Cannot import "hono" in "data/lake.ts" as only registry/tracking_server/, server/ may know it`],
    );
  }
  assert.deepEqual(
    ruleMessages(packageOwnership, "data/lake.ts", `import "npm:@duckdb/node-api@1.5.5-r.5/lib";`),
    [`Cannot import "@duckdb/node-api" in "data/lake.ts" as only data/duckdb/ may know it`],
  );
});

Deno.test("packageOwnership lets owners and unowned packages pass", () => {
  assert.deepEqual(ruleMessages(packageOwnership, "registry/client/http.ts", `import "ky";`), []);
  assert.deepEqual(ruleMessages(packageOwnership, "data/lake_test.ts", `import "fast-check";`), []);
  assert.deepEqual(
    ruleMessages(packageOwnership, "models/onnx/session.ts", `import "onnxruntime-node";`),
    [],
  );
  assert.deepEqual(ruleMessages(packageOwnership, "data/lake.ts", `import "zod";`), []);
});
