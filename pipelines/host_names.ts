/** Names and addresses of hosts, as settings list them and as Host headers have them. */

const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/;

/**
 * The names of a list separated by commas, in lower case; {@linkcode isHostName} tells whether each
 * is one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(listedHosts("Meters.Example, [::1],"), ["meters.example", "[::1]"]);
 * ```
 */
export function listedHosts(list: string): string[] {
  return list.split(",").map((name) => name.trim().toLowerCase()).filter(Boolean);
}

/**
 * Whether a name in lower case is that of a host, without scheme, port or path.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(isHostName("meters.example") && !isHostName("meters.example:80"));
 * ```
 */
export function isHostName(name: string): boolean {
  return HOST_NAME.test(name);
}

/**
 * An address to bind to as a Host header has it; `undefined` for what is neither address nor name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([hostOf("::1"), hostOf("0"), hostOf("a b")], ["[::1]", "0.0.0.0", undefined]);
 * ```
 */
export function hostOf(address: string): string | undefined {
  return URL.parse(`http://${address.includes(":") ? `[${address}]` : address}/`)?.hostname;
}
