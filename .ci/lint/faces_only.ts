/** Rule: another top-level folder is entered by its face, a heavy entry or, in tests, a fixture. */
import { faces, heavyEntries } from "./architecture.ts";
import { importVisitor } from "./imports.ts";
import { importedPath, sourceFile, topFolder } from "./source_file.ts";

const entries = [...faces, ...heavyEntries];

/** Reports an import past another folder's entries; a type may come from any file, a test's set-up too. */
export const facesOnly: Deno.lint.Rule = {
  create(context) {
    const { path, folder, kind } = sourceFile(context.filename);
    const forTests = kind !== "source" && kind !== "main" || isFixture(path);
    if (folder === "" || folder.startsWith(".")) return {};
    return importVisitor(({ specifier, typeOnly, node }) => {
      const target = importedPath(path, specifier);
      if (target === undefined || typeOnly) return;
      const other = topFolder(target);
      if (other === "" || other === folder || entries.includes(target)) return;
      if (forTests && isFixture(target)) return;
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

function isFixture(path: string): boolean {
  return path.endsWith("_fixture.ts");
}
