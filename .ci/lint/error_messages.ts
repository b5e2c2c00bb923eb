/** Rule: error messages read alike: capital letter first, no period at the end. */

/** Reports a literal message of a thrown error that breaks the form. */
export const errorMessages: Deno.lint.Rule = {
  create(context) {
    return {
      "ThrowStatement > NewExpression"(node: Deno.lint.NewExpression) {
        const message = node.arguments[0];
        if (message?.type !== "Literal" && message?.type !== "TemplateLiteral") return;
        const text = context.sourceCode.getText(message).slice(1, -1);
        if (/^[a-z]/.test(text)) {
          context.report({ node: message, message: `Start the message "${text}" with a capital` });
        }
        if (text.endsWith(".")) {
          context.report({ node: message, message: `End the message "${text}" without a period` });
        }
      },
    };
  },
};
