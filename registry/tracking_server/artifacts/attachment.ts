/** The header that makes a response a download. */

/**
 * `Content-Disposition` for a file's name, as MLflow's server writes it: plain when it is a token
 * of HTTP, quoted when it is other ASCII, and beyond that with a plain form beside the encoded one
 * (RFC 6266).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(attachment("load.svg"), "attachment; filename=load.svg");
 * assert.equal(attachment("my load.svg"), 'attachment; filename="my load.svg"');
 * ```
 */
export function attachment(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\x20-\x7e]/g, "");
  const shown = /^[\w!#$%&'*+.^`|~-]+$/.test(plain)
    ? plain
    : `"${plain.replace(/["\\]/g, (character) => `\\${character}`)}"`;
  if (plain === name) return `attachment; filename=${shown}`;
  const encoded = encodeURIComponent(name).replace(
    /[*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename=${shown}; filename*=UTF-8''${encoded}`;
}
