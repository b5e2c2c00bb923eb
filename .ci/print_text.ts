/** Prints pieces of text as they are, without ending the line. */

/**
 * Writes the whole of `text` to standard output before it returns.
 *
 * @example
 * ```ts
 * printText("half a line, ");
 * printText("and the rest\n");
 * ```
 */
export function printText(text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let done = 0; done < bytes.length;) done += Deno.stdout.writeSync(bytes.subarray(done));
}
