/** Finding out where a webhook's host lies, and refusing what lies inside. */

import { TrackingError } from "../tracking_error.ts";
import { isPublicAddress } from "./public_address.ts";

/** Where webhooks may point. */
export interface TargetPolicy {
  /** Schemes of their addresses. */
  readonly schemes: readonly string[];
  /** Whether they may reach this machine and private networks. */
  readonly privateAddresses: boolean;
  /** All addresses of a host name. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
}

/**
 * A host that lies inside. A class of its own as asking again would only help an attacker who
 * changes what the name means.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   new PrivateAddressError("inside.example", "10.0.0.1").message,
 *   "Webhook URL must not resolve to a non-public IP address. 'inside.example' resolves to 10.0.0.1.",
 * );
 * ```
 */
export class PrivateAddressError extends TrackingError {
  /** @param address Where the host lies. */
  constructor(hostname: string, address: string) {
    super(
      "INVALID_PARAMETER_VALUE",
      `Webhook URL must not resolve to a non-public IP address. '${hostname}' resolves to ${address}.`,
    );
  }
}

/**
 * The addresses of a URL's host. Who connects must connect to one of these and must not ask for
 * them again, as the answer may be another one.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the host is not known.
 * @throws {PrivateAddressError} When one of its addresses is not public and the policy asks for it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const policy = {
 *   schemes: ["https"],
 *   privateAddresses: false,
 *   resolve: () => Promise.resolve(["10.0.0.1"]),
 * };
 * await assert.rejects(checkedAddresses(new URL("https://inside.example"), policy), {
 *   message: "Webhook URL must not resolve to a non-public IP address. 'inside.example' resolves to 10.0.0.1.",
 * });
 * ```
 */
export async function checkedAddresses(
  url: URL,
  { privateAddresses, resolve }: Omit<TargetPolicy, "schemes">,
): Promise<readonly string[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await found(hostname, resolve);
  const inside = addresses.find((address) => !isPublicAddress(address));
  if (inside === undefined || privateAddresses) return addresses;
  throw new PrivateAddressError(hostname, inside);
}

async function found(
  hostname: string,
  resolve: TargetPolicy["resolve"],
): Promise<readonly string[]> {
  let reason = "no address";
  try {
    const addresses = await resolve(hostname);
    if (addresses.length > 0) return addresses;
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Cannot resolve webhook URL hostname '${hostname}': ${reason}`,
  );
}
