import assert from "node:assert/strict";
import * as client from "./client/mod.ts";
import * as face from "./mod.ts";

Deno.test("registry/mod.ts offers the client and what stands on it, and no more", () => {
  const own = [
    "PromotionRefusedError",
    "compareSides",
    "comparisonMarkdown",
    "comparisonPage",
    "defaultTerms",
    "digestTag",
    "environmentFiles",
    "findVersion",
    "findingsTable",
    "gatherSide",
    "historyTable",
    "judgedFigures",
    "markdownTable",
    "mlmodelYaml",
    "packageFiles",
    "parseModelUri",
    "promote",
    "readHistory",
    "resolveModelUri",
    "rollBack",
    "sameMargin",
    "sha256",
  ];
  assert.deepEqual(Object.keys(face).sort(), [...Object.keys(client), ...own].sort());
});
