/** Rule: the environment is read once, at the edge. */
import { environmentReaders } from "./architecture.ts";
import { sourceFile } from "./source_file.ts";

/** Reports `Deno.env` and `process.env` outside tests, fixtures and the two files that read settings. */
export const environmentAtTheEdge: Deno.lint.Rule = {
  create(context) {
    const { path, folder, kind } = sourceFile(context.filename);
    const isProgram = (kind === "source" || kind === "main") && !path.endsWith("_fixture.ts");
    if (!isProgram || folder.startsWith(".") || environmentReaders.includes(path)) return {};
    return {
      'MemberExpression[property.name="env"]'(node: Deno.lint.MemberExpression) {
        if (node.object.type !== "Identifier") return;
        if (node.object.name !== "Deno" && node.object.name !== "process") return;
        context.report({
          node,
          message: `Cannot read ${node.object.name}.env in "${path}" as only ${
            environmentReaders.join(", ")
          } may: take the setting as an argument`,
        });
      },
    };
  },
};
