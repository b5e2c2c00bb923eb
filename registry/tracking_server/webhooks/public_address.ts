/** Which addresses lie on the open internet. */

import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries (RFC 6890), multicast, and the ranges that carry an IPv4
// address inside an IPv6 one, which could lead anywhere.
const special = blocked({
  ipv4: [
    ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
    ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
    ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"],
  ],
  // The internet's addresses are 2000::/3; all others are special.
  ipv6: [
    ...["::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
  ],
});

/**
 * Whether an address lies on the open internet: not this machine, not a private or link-local
 * network, not the metadata address of a cloud, not a range with a special purpose.
 *
 * @param address IPv4 or IPv6, without brackets; all else is not public.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isPublicAddress("93.184.216.34"), true);
 * assert.equal(isPublicAddress("169.254.169.254"), false);
 * ```
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !address.includes("%") &&
    !special.check(address, family === 6 ? "ipv6" : "ipv4");
}

function blocked(ranges: Readonly<Record<"ipv4" | "ipv6", readonly string[]>>): BlockList {
  const list = new BlockList();
  for (const family of ["ipv4", "ipv6"] as const) {
    for (const range of ranges[family]) {
      const [network, bits] = range.split("/");
      list.addSubnet(network, Number(bits), family);
    }
  }
  return list;
}
