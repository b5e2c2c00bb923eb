/** Lines that a kernel of Python would read as magics, which jupytext keeps as comments. */

const MAGIC = /^\s*(\/\/ |\/\/)*(%|%%|%%%)[a-zA-Z]/;
const ALWAYS = /^\s*(\/\/ |\/\/)*(%|%%|%%%)[a-zA-Z](.*)\/\/\s*escape/;
const NEVER = /^\s*(\/\/ |\/\/)*(%|%%|%%%)[a-zA-Z](.*)\/\/\s*noescape/;

/**
 * Comments a line of code that begins with a magic, commented or not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(escapeMagic("%time f()"), "// %time f()");
 * assert.equal(escapeMagic("a % b"), "a % b");
 * ```
 */
export function escapeMagic(line: string): string {
  if (!isMagic(line)) return line;
  const code = line.trimStart();
  return `${line.slice(0, line.length - code.length)}// ${code}`;
}

/**
 * Takes back what {@linkcode escapeMagic} does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(unescapeMagic("// // %time"), "// %time");
 * ```
 */
export function unescapeMagic(line: string): string {
  return isMagic(line) ? line.replace(/^(\s*)\/\/ ?/, "$1") : line;
}

function isMagic(line: string): boolean {
  return ALWAYS.test(line) || (MAGIC.test(line) && !NEVER.test(line));
}
