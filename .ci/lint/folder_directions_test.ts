import assert from "node:assert/strict";
import { folderDirections } from "./folder_directions.ts";
import { ruleMessages } from "./rule_messages.ts";

Deno.test("folderDirections keeps data, models and registry apart", () => {
  assert.deepEqual(
    ruleMessages(folderDirections, "data/lake.ts", `import { psi } from "../models/mod.ts";`),
    [`Cannot import "models/mod.ts" from data as it may import only data`],
  );
  assert.deepEqual(
    ruleMessages(folderDirections, "models/matrix.ts", `import { log } from "../registry/mod.ts";`),
    [`Cannot import "registry/mod.ts" from models as it may import only models`],
  );
});

Deno.test("folderDirections holds for types too", () => {
  assert.deepEqual(
    ruleMessages(
      folderDirections,
      "registry/gate.ts",
      `import type { M } from "../models/mod.ts";`,
    ),
    [`Cannot import "models/mod.ts" from registry as it may import only registry`],
  );
});

Deno.test("folderDirections lets pipelines join the three and draw, but not serve", () => {
  const joined = `import { a } from "../data/mod.ts";
import { b } from "../models/mod.ts";
import { c } from "../registry/mod.ts";
import { d } from "./steps/score.ts";
import { e } from "../notebooks/charts/mod.ts";`;
  assert.deepEqual(ruleMessages(folderDirections, "pipelines/training.ts", joined), []);
  assert.deepEqual(
    ruleMessages(folderDirections, "pipelines/main.ts", `import { app } from "../server/app.ts";`),
    [
      `Cannot import "server/app.ts" from pipelines as it may import only ` +
      "pipelines, data, models, registry, notebooks/charts",
    ],
  );
});

Deno.test("folderDirections keeps pipelines from notebooks other than their charts", () => {
  const [message] = ruleMessages(
    folderDirections,
    "pipelines/x.ts",
    `import { run } from "../notebooks/runner/mod.ts";`,
  );
  assert.match(message, /^Cannot import "notebooks\/runner\/mod.ts" from pipelines /);
});

Deno.test("folderDirections keeps charts free of everything of ours", () => {
  assert.deepEqual(
    ruleMessages(folderDirections, "notebooks/charts/load.ts", `import "../main.ts";`),
    [`Cannot import "notebooks/main.ts" from notebooks/charts as it may import only notebooks/charts`],
  );
  assert.deepEqual(
    ruleMessages(folderDirections, "notebooks/main.ts", `import "./charts/mod.ts";`),
    [],
  );
});

Deno.test("folderDirections lets the server import all, and packages and root files pass", () => {
  const source = `import { chart } from "../notebooks/charts/mod.ts";
import { z } from "zod";
import config from "../deno.json" with { type: "json" };`;
  assert.deepEqual(ruleMessages(folderDirections, "server/app.ts", source), []);
});
