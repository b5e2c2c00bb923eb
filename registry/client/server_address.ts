/** The one form of a tracking server's address. */

/**
 * An address without trailing slashes, to which paths are joined.
 *
 * @throws {TypeError} When it is not an http or https address, or holds credentials, which would
 * show in every error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(serverAddress("http://127.0.0.1:5000/"), "http://127.0.0.1:5000");
 * assert.throws(() => serverAddress("sqlite:///mlflow.db"), TypeError);
 * ```
 */
export function serverAddress(text: string): string {
  const address = text.replace(/\/+$/, "");
  const url = /^https?:\/\//.test(address) ? URL.parse(address) : null;
  if (url === null) {
    throw new TypeError(
      `Cannot open a tracking client: expected an http or https address, got "${address}"`,
    );
  }
  if (url.username === "" && url.password === "") return address;
  throw new TypeError(
    `Cannot open a tracking client: expected credentials in the option of that name, got them in the address of "${url.host}"`,
  );
}
