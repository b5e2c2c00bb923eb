/** The many ways to write an import, told to the rules as one. */

/** One import or re-export. */
export interface Import {
  /** The text between the quotes. */
  readonly specifier: string;
  /** Whether nothing is loaded at run time. */
  readonly typeOnly: boolean;
  /** Where to report. */
  readonly node: Deno.lint.Node;
}

/**
 * A lint visitor that calls `visit` for every import, re-export, dynamic import of a literal
 * and `import("…")` type.
 *
 * @example
 * ```ts ignore
 * const rule: Deno.lint.Rule = {
 *   create: (context) => importVisitor(({ node }) => context.report({ node, message: "Seen" })),
 * };
 * ```
 */
export function importVisitor(visit: (found: Import) => void): Deno.lint.LintVisitor {
  return {
    ImportDeclaration(node) {
      visit({ specifier: node.source.value, typeOnly: node.importKind === "type", node });
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      visit({ specifier: node.source.value, typeOnly: node.exportKind === "type", node });
    },
    ExportAllDeclaration(node) {
      visit({ specifier: node.source.value, typeOnly: node.exportKind === "type", node });
    },
    ImportExpression(node) {
      if (node.source.type !== "Literal" || typeof node.source.value !== "string") return;
      visit({ specifier: node.source.value, typeOnly: false, node });
    },
    TSImportType(node) {
      const { argument } = node;
      if (argument.type !== "TSLiteralType" || argument.literal.type !== "Literal") return;
      visit({ specifier: String(argument.literal.value), typeOnly: true, node });
    },
  };
}
