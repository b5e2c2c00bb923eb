/** Rule: imports go only in the directions of the architecture. */
import { layers } from "./architecture.ts";
import { importVisitor } from "./imports.ts";
import { importedPath, sourceFile, topFolder } from "./source_file.ts";

/** Reports an import, of types too, from a folder that the file's layer may not know. */
export const folderDirections: Deno.lint.Rule = {
  create(context) {
    const { path } = sourceFile(context.filename);
    const layer = layerOf(path);
    if (layer === undefined) return {};
    return importVisitor(({ specifier, node }) => {
      const target = importedPath(path, specifier);
      if (target === undefined || topFolder(target) === "") return;
      const allowed = [layer, ...layers[layer]];
      if (allowed.some((folder) => target.startsWith(`${folder}/`))) return;
      context.report({
        node,
        message: `Cannot import "${target}" from ${layer} as it may import only ${
          allowed.join(", ")
        }`,
      });
    });
  },
};

function layerOf(path: string): string | undefined {
  return Object.keys(layers)
    .filter((layer) => path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}
