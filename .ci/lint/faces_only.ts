/** Rule: another top-level folder is entered by its face or by a named heavy entry. */
import { faces, heavyEntries } from "./architecture.ts";
import { importVisitor } from "./imports.ts";
import { importedPath, sourceFile, topFolder } from "./source_file.ts";

const entries = [...faces, ...heavyEntries];

/** Reports an import past another folder's entries; a type may come from any file. */
export const facesOnly: Deno.lint.Rule = {
  create(context) {
    const { path, folder } = sourceFile(context.filename);
    if (folder === "" || folder.startsWith(".")) return {};
    return importVisitor(({ specifier, typeOnly, node }) => {
      const target = importedPath(path, specifier);
      if (target === undefined || typeOnly) return;
      const other = topFolder(target);
      if (other === "" || other === folder || entries.includes(target)) return;
      const doors = entries.filter((entry) => topFolder(entry) === other);
      context.report({
        node,
        message: `Cannot import "${target}" from ${folder} as ${other} is entered only by ${
          doors.join(", ") || "nobody"
        }`,
      });
    });
  },
};
