/** Rule: a heavy or outside package has one folder that knows it. */
import { packageOwners } from "./architecture.ts";
import { importVisitor } from "./imports.ts";
import { sourceFile } from "./source_file.ts";

/** Reports an import, of types too, of a package outside the places that own it. */
export const packageOwnership: Deno.lint.Rule = {
  create(context) {
    const { path, folder } = sourceFile(context.filename);
    if (folder.startsWith(".")) return {};
    return importVisitor(({ specifier, node }) => {
      const name = packageName(specifier);
      const owners = packageOwners[name];
      if (owners === undefined || owners.some((owner) => owns(owner, path))) return;
      context.report({
        node,
        message: `Cannot import "${name}" in "${path}" as only ${owners.join(", ")} may know it`,
      });
    });
  },
};

function owns(owner: string, path: string): boolean {
  if (owner.endsWith("/")) return path.startsWith(owner);
  return owner.startsWith("_") ? path.endsWith(owner) : path === owner;
}

/** `npm:@scope/name@1.2.3/file` → `@scope/name`. */
function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  const parts = specifier.replace(/^npm:/, "").split("/");
  const name = parts[0].startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
  return name.replace(/(?<=.)@.*$/, "");
}
