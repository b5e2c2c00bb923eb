/** Rule: seed and clock are arguments, so the same call gives the same bytes. */
import { deterministicFolders } from "./architecture.ts";
import { sourceFile } from "./source_file.ts";

/** Reports `Math.random`, `Date.now`, `new Date()` and `Temporal.Now` in deterministic folders. */
export const explicitInputs: Deno.lint.Rule = {
  create(context) {
    const { path, folder, kind } = sourceFile(context.filename);
    const exempt = kind === "main" || kind === "bench" || kind === "interop test";
    if (exempt || !deterministicFolders.includes(folder)) return {};
    const report = (node: Deno.lint.Node, found: string, argument: string): void =>
      context.report({
        node,
        message: `Cannot use ${found} in "${path}" as results must repeat: take the ${argument} ` +
          "as an argument",
      });
    return {
      MemberExpression(node) {
        const text = context.sourceCode.getText(node);
        if (text === "Math.random") report(node, text, "seed");
        if (text === "Date.now" || text === "Temporal.Now") report(node, text, "time");
      },
      NewExpression(node) {
        if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return;
        if (node.arguments.length === 0) report(node, "new Date()", "time");
      },
    };
  },
};
