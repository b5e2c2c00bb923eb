/** Rule: only programs print; a library returns what it has to say. */
import { sourceFile } from "./source_file.ts";

/** Reports `console`, `Deno.stdout` and `Deno.stderr` outside `main.ts`. */
export const printingInMain: Deno.lint.Rule = {
  create(context) {
    const { path, folder, kind } = sourceFile(context.filename);
    if (kind === "main" || folder.startsWith(".")) return {};
    return {
      MemberExpression(node) {
        const text = context.sourceCode.getText(node);
        const printer = /^(console(?=[.[])|Deno\.(stdout|stderr)$)/.exec(text)?.[0];
        if (printer === undefined) return;
        context.report({
          node,
          message: `Cannot use ${printer} in "${path}" as only main.ts files print: ` +
            "return the text or take a callback",
        });
      },
    };
  },
};
