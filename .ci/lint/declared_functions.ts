/** Rule: a top-level function is declared, so it has a name, a hoisted place and a doc. */

/** Reports a top-level constant that holds an arrow function or a function expression. */
export const declaredFunctions: Deno.lint.Rule = {
  create(context) {
    return {
      VariableDeclarator(node) {
        const { init, id } = node;
        if (init?.type !== "ArrowFunctionExpression" && init?.type !== "FunctionExpression") return;
        const holder = node.parent.parent;
        if (holder.type !== "Program" && holder.type !== "ExportNamedDeclaration") return;
        const name = context.sourceCode.getText(id).replace(/:.*$/s, "");
        context.report({
          node,
          message: `Cannot keep the top-level function "${name}" in a constant: ` +
            "write a function declaration",
        });
      },
    };
  },
};
