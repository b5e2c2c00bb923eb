import assert from "node:assert/strict";
import plugin from "./lint_layers.ts";

Deno.test("the plugin reports under its own name and finds every breach at once", () => {
  const source = `import { psi } from "../models/drift/psi.ts";
import { DuckDBInstance } from "@duckdb/node-api";
export const now = () => Date.now();
console.log(Deno.env.get("HOME"));
throw new Error("no");`;
  const codes = Deno.lint.runPlugin(plugin, "data/utils.ts", source).map(({ id }) => id);
  assert.deepEqual([...new Set(codes)].sort(), [
    "wattbook/declared-functions",
    "wattbook/environment-at-the-edge",
    "wattbook/error-messages",
    "wattbook/explicit-inputs",
    "wattbook/faces-only",
    "wattbook/folder-directions",
    "wattbook/package-ownership",
    "wattbook/printing-in-main",
    "wattbook/telling-names",
  ]);
});

Deno.test("the plugin is silent on a file in order", () => {
  const source = `import { matrix } from "./matrix.ts";
export function ones(rows: number) { return matrix(["one"], new Float32Array(rows).fill(1)); }`;
  assert.deepEqual(Deno.lint.runPlugin(plugin, "models/ones.ts", source), []);
});

Deno.test("the plugin lists every rule file, and each has its test", async () => {
  const names = (await Array.fromAsync(Deno.readDir(new URL("lint/", import.meta.url))))
    .map(({ name }) => name);
  const rules = Object.keys(plugin.rules).map((rule) => rule.replaceAll("-", "_"));
  const supports = ["architecture", "imports", "rule_messages", "source_file"];
  assert.deepEqual(
    names.filter((name) => !name.endsWith("_test.ts")).sort(),
    [...rules, ...supports].map((name) => `${name}.ts`).sort(),
  );
  for (const name of rules) assert.ok(names.includes(`${name}_test.ts`), name);
});
