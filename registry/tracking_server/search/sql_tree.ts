/** Grouping the words of a filter as sqlparse groups those of a statement. */

import type { Word, WordKind } from "./sql_lexer.ts";

/** What a group is. */
export type GroupKind =
  | "Identifier"
  | "Comparison"
  | "Parenthesis"
  | "SquareBrackets"
  | "Function"
  | "Operation"
  | "IdentifierList"
  | "Comment";

/** A word, or a group of them. */
export type Node = Word | Group;

/** Words that belong together. */
export interface Group {
  readonly kind: GroupKind;
  readonly text: string;
  readonly parts: readonly Node[];
}

const numbers: readonly Node["kind"][] = ["integer", "float"];
const texts: readonly Node["kind"][] = ["single", "symbol"];
const names: readonly Node["kind"][] = ["name", "placeholder"];
const operands: readonly Node["kind"][] = [
  ...numbers,
  ...texts,
  ...names,
  "Parenthesis",
  "Function",
  "Identifier",
  "Operation",
];

/**
 * Groups words: first what brackets hold, then keys with dots, then comparisons and lists.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sqlWords } from "./sql_lexer.ts";
 * const [comparison] = sqlTree(sqlWords("metrics.auc > 0.9"));
 * assert.deepEqual([comparison.kind, comparison.text], ["Comparison", "metrics.auc > 0.9"]);
 * ```
 */
export function sqlTree(words: readonly Word[]): Node[] {
  const nodes: Node[] = [...words];
  groupComments(nodes);
  groupBrackets(nodes, "SquareBrackets", "[", "]");
  groupBrackets(nodes, "Parenthesis", "(", ")");
  groupFunctions(nodes);
  groupKeys(nodes);
  groupElements(nodes);
  nodes.forEach((node, i) => {
    if (node.kind === "name" || node.kind === "symbol") nodes[i] = group("Identifier", [node]);
  });
  groupOrders(nodes);
  join(nodes, "Operation", {
    joins: ({ kind }) => kind === "operator",
    before: isOperandOrBrackets,
    after: isOperandOrBrackets,
  });
  join(nodes, "Comparison", {
    joins: ({ kind }) => kind === "comparison",
    before: (node) => isComparable(node) || node?.kind === "Comparison",
    after: isComparable,
  });
  join(nodes, "Identifier", {
    joins: (node) => isKeyword(node, "AS"),
    before: (node) => node !== undefined && (node.kind !== "keyword" || isKeyword(node, "NULL")),
    after: (node) => node !== undefined && node.kind !== "other",
    extend: true,
  });
  groupAliases(nodes);
  alignComments(nodes);
  join(nodes, "IdentifierList", {
    joins: isComma,
    before: isListed,
    after: isListed,
    extend: true,
  });
  return nodes;
}

/** Whether a node is a keyword, in any case. */
export function isKeyword(node: Node | undefined, keyword: string): boolean {
  return node?.kind === "keyword" && node.text.toUpperCase() === keyword;
}

function group(kind: GroupKind, parts: readonly Node[]): Group {
  return { kind, parts, text: parts.map(({ text }) => text).join("") };
}

function fold(nodes: Node[], kind: GroupKind, from: number, to: number, extend = false): void {
  const parts = nodes.slice(from, to + 1);
  const [first, ...others] = parts;
  const inner = extend && first.kind === kind && "parts" in first ? first.parts : [first];
  nodes.splice(from, parts.length, group(kind, [...inner, ...others]));
}

function next(nodes: readonly Node[], at: number, step: 1 | -1 = 1): number {
  let i = at + step;
  while (nodes[i]?.kind === "space") i += step;
  return i;
}

interface Joint {
  joins(node: Node): boolean;
  before(node: Node | undefined): boolean;
  after(node: Node | undefined): boolean;
  readonly extend?: boolean;
}

function join(nodes: Node[], kind: GroupKind, { joins, before, after, extend }: Joint): void {
  for (let i = 0; i < nodes.length; i++) {
    const [left, right] = [next(nodes, i, -1), next(nodes, i)];
    if (!joins(nodes[i]) || !before(nodes[left]) || !after(nodes[right])) continue;
    fold(nodes, kind, left, right, extend);
    i = left;
  }
}

function groupComments(nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    if (nodes[i].kind !== "comment") continue;
    const isQuiet = ({ kind, text }: Node) => kind === "comment" || /^[\r\n]+$/.test(text);
    const after = nodes.findIndex((node, at) => at > i && !isQuiet(node));
    if (after === -1) return;
    fold(nodes, "Comment", i, after - 1);
  }
}

function groupBrackets(nodes: Node[], group: GroupKind, first: string, last: string): void {
  const open: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const { kind, text } = nodes[i];
    if (kind !== "punctuation") continue;
    if (text === first) open.push(i);
    if (text !== last || open.length === 0) continue;
    const from = open.pop() ?? 0;
    fold(nodes, group, from, i);
    i = from;
  }
}

function groupFunctions(nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const right = next(nodes, i);
    const named: readonly WordKind[] = ["name", "builtin", "placeholder"];
    if (!named.includes(nodes[i].kind as WordKind)) continue;
    if (nodes[right]?.kind === "Parenthesis") fold(nodes, "Function", i, right);
  }
}

function groupKeys(nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const { kind, text } = nodes[i];
    const left = next(nodes, i, -1);
    if (kind !== "punctuation" || text !== ".") continue;
    if (!["name", "symbol", "Identifier", "SquareBrackets"].includes(nodes[left]?.kind)) continue;
    const right = next(nodes, i);
    const isKey = isWildcard(nodes[right]) ||
      ["name", "symbol", "single", "Function", "SquareBrackets"].includes(nodes[right]?.kind);
    fold(nodes, "Identifier", left, isKey ? right : i, true);
    i = left;
  }
}

/** A key and what stands in square brackets behind it. */
function groupElements(nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const left = next(nodes, i, -1);
    const indexed = ["SquareBrackets", "Identifier", "Function", "name", "symbol"];
    if (nodes[i].kind !== "SquareBrackets" || !indexed.includes(nodes[left]?.kind)) continue;
    fold(nodes, "Identifier", left, i, true);
    i = left;
  }
}

function groupOrders(nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const left = next(nodes, i, -1);
    const ordered = ["Identifier", "integer", "float", "hexadecimal"].includes(nodes[left]?.kind);
    if (nodes[i].kind !== "order" || !ordered) continue;
    fold(nodes, "Identifier", left, i);
    i = left;
  }
}

/** Two keys side by side are one with its alias. */
function groupAliases(nodes: Node[]): void {
  const aliased = ["Parenthesis", "Function", "Identifier", "Operation", "Comparison"]
    .concat(["integer", "float", "hexadecimal"]);
  for (let i = 0; i < nodes.length; i++) {
    const right = next(nodes, i);
    if (!aliased.includes(nodes[i].kind) || nodes[right]?.kind !== "Identifier") continue;
    fold(nodes, "Identifier", i, right, true);
  }
}

function alignComments(nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const left = next(nodes, i, -1);
    const before = nodes[left];
    if (nodes[i].kind !== "Comment" || before === undefined || !("parts" in before)) continue;
    fold(nodes, before.kind, left, i, true);
    i = left;
  }
}

function isOperand(node: Node | undefined): boolean {
  return node !== undefined && operands.includes(node.kind);
}

function isOperandOrBrackets(node: Node | undefined): boolean {
  return isOperand(node) || node?.kind === "SquareBrackets";
}

function isComparable(node: Node | undefined): boolean {
  return isOperand(node) || isKeyword(node, "NULL");
}

function isListed(node: Node | undefined): boolean {
  const listed = [...numbers, ...texts, ...names, "keyword"] as string[];
  const grouped = ["Function", "Identifier", "Comparison", "IdentifierList", "Operation"];
  return node !== undefined && [...listed, ...grouped].includes(node.kind) || isWildcard(node);
}

function isComma({ kind, text }: Node): boolean {
  return kind === "punctuation" && text === ",";
}

function isWildcard(node: Node | undefined): boolean {
  return node?.kind === "operator" && node.text === "*";
}
