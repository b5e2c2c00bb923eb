/** What one rule says about one snippet: the way every rule is tested. */

/**
 * Runs a rule alone over a snippet and returns its messages in order. Works under
 * `deno test` only.
 *
 * @param rule The rule under test.
 * @param path Where the snippet would lie, from the repository root.
 * @param source TypeScript text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rule: Deno.lint.Rule = {
 *   create: (context) => ({
 *     DebuggerStatement: (node) => context.report({ node, message: "Stopped" }),
 *   }),
 * };
 * assert.deepEqual(ruleMessages(rule, "data/gaps.ts", "debugger;"), ["Stopped"]);
 * ```
 */
export function ruleMessages(rule: Deno.lint.Rule, path: string, source: string): string[] {
  return Deno.lint.runPlugin({ name: "one", rules: { rule } }, path, source)
    .map((diagnostic) => diagnostic.message);
}
