/** What a client says of itself in the header `Authorization`. */

/** A bearer token, or a name and password for basic authentication. */
export type Credentials = { readonly token: string } | {
  readonly username: string;
  readonly password: string;
};

/**
 * The header's value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(authorization({ token: "t" }), "Bearer t");
 * assert.equal(authorization({ username: "me", password: "ä" }), "Basic bWU6w6Q=");
 * ```
 */
export function authorization(credentials: Credentials): string {
  if ("token" in credentials) return `Bearer ${credentials.token}`;
  const bytes = new TextEncoder().encode(`${credentials.username}:${credentials.password}`);
  return `Basic ${bytes.toBase64()}`;
}
