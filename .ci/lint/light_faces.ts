/** Rule: importing a face costs nothing, so it never loads a heavy entry. */
import { faces, heavyEntries } from "./architecture.ts";
import { importVisitor } from "./imports.ts";
import { importedPath, sourceFile } from "./source_file.ts";

/** Reports a face that imports or re-exports more than types from a heavy entry. */
export const lightFaces: Deno.lint.Rule = {
  create(context) {
    const { path } = sourceFile(context.filename);
    if (!faces.includes(path)) return {};
    return importVisitor(({ specifier, typeOnly, node }) => {
      const target = importedPath(path, specifier);
      if (
        target === undefined || typeOnly || !heavyEntries.some((heavy) => within(target, heavy))
      ) {
        return;
      }
      context.report({
        node,
        message: `Cannot load "${target}" in the face "${path}" as a face must stay light: ` +
          "re-export its types alone",
      });
    });
  },
};

/** A heavy `mod.ts` stands for its whole folder, any other heavy entry for itself. */
function within(target: string, heavy: string): boolean {
  return heavy.endsWith("/mod.ts")
    ? target.startsWith(heavy.slice(0, -"mod.ts".length))
    : target === heavy;
}
