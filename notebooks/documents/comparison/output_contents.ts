/** What an output holds, by kind. */
import type { MimeBundle, Output } from "../output.ts";

/**
 * The contents of an output by their MIME types; of streams by `stdout` or `stderr`, of errors, name
 * and message, by `error`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const stream = { output_type: "stream", name: "stdout", text: "1" } as const;
 * assert.deepEqual(outputContents(stream), { stdout: "1" });
 * ```
 */
export function outputContents(output: Output): MimeBundle {
  switch (output.output_type) {
    case "stream":
      return { [output.name]: output.text };
    case "error":
      return { error: `${output.ename}: ${output.evalue}` };
    default:
      return output.data;
  }
}

/**
 * Whether contents of a kind are bytes, which Jupyter holds as base64.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["image/png", "image/svg+xml"].map(isBinary), [true, false]);
 * ```
 */
export function isBinary(kind: string): boolean {
  return /^(image|audio|video)\//.test(kind) && kind !== "image/svg+xml" ||
    kind === "application/pdf";
}

/**
 * Contents as lines that can be told apart: one tag of markup a line, JSON indented, of bytes their
 * number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(readableContents("text/html", "<b>1</b><i>2</i>\n"), "<b>1</b>\n<i>2</i>");
 * assert.equal(readableContents("image/png", "aGVsbG8="), "image/png of 5 bytes");
 * ```
 */
export function readableContents(kind: string, contents: unknown): string {
  if (typeof contents !== "string") return JSON.stringify(contents, null, 1);
  if (isBinary(kind)) {
    const bytes = Math.floor(contents.replace(/[\s=]/g, "").length * 3 / 4);
    return `${kind} of ${bytes} bytes`;
  }
  const text = contents.replace(/\n$/, "");
  return /html|svg|xml/.test(kind) ? text.replace(/>\s*</g, ">\n<") : text;
}
