import assert from "node:assert/strict";
import { facesOnly } from "./faces_only.ts";
import { ruleMessages } from "./rule_messages.ts";

Deno.test("facesOnly refuses a value from behind another folder's face", () => {
  assert.deepEqual(
    ruleMessages(facesOnly, "pipelines/x.ts", `import { psi } from "../models/drift/psi.ts";`),
    [
      `Cannot import "models/drift/psi.ts" from pipelines as models is entered only by ` +
      "models/mod.ts, models/neural/mod.ts, models/onnx/session.ts",
    ],
  );
});

Deno.test("facesOnly names nobody for a folder without entries", () => {
  assert.deepEqual(
    ruleMessages(facesOnly, "pipelines/x.ts", `import { app } from "../server/app.ts";`),
    [`Cannot import "server/app.ts" from pipelines as server is entered only by nobody`],
  );
});

Deno.test("facesOnly lets faces, heavy entries and types from any file pass", () => {
  const source = `import { psi } from "../models/mod.ts";
import { openSession } from "../models/onnx/session.ts";
import type { Psi } from "../models/drift/psi.ts";
import { score } from "./steps/score.ts";`;
  assert.deepEqual(ruleMessages(facesOnly, "pipelines/x.ts", source), []);
});

Deno.test("facesOnly lets tests and fixtures share the fixtures of any folder, and nobody else", () => {
  const source = `import { startTask } from "../pipelines/task_fixture.ts";`;
  for (const path of ["server/x_test.ts", "server/x_bench.ts", "server/x_fixture.ts"]) {
    assert.deepEqual(ruleMessages(facesOnly, path, source), []);
  }
  const [message] = ruleMessages(facesOnly, "server/x.ts", source);
  assert.match(message, /^Cannot import "pipelines\/task_fixture.ts" from server /);
});
