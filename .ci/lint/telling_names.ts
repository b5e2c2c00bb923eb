/** Rule: a file or folder is named after its idea. */
import { emptyNames } from "./architecture.ts";
import { sourceFile } from "./source_file.ts";

/** Reports a path with a word that fits any content, such as `utils`. */
export const tellingNames: Deno.lint.Rule = {
  create(context) {
    const { path } = sourceFile(context.filename);
    const empty = path.replace(/\.[a-z]+$/, "").split(/[/_]/)
      .find((word) => emptyNames.includes(word));
    if (empty === undefined) return {};
    return {
      Program(node) {
        context.report({
          node,
          message: `Cannot name a file "${path}" as "${empty}" does not tell its idea`,
        });
      },
    };
  },
};
