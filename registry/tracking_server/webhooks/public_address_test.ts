import assert from "node:assert/strict";
import { isPublicAddress } from "./public_address.ts";

Deno.test("isPublicAddress() knows the addresses of the open internet", () => {
  for (
    const address of [
      ...["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"],
      ...["172.15.255.255", "172.32.0.0", "192.167.255.255", "223.255.255.255"],
      ...["2606:2800:220:1::1", "2001:4860:4860::8888", "2a00:1450::1"],
    ]
  ) assert.equal(isPublicAddress(address), true, address);
});

Deno.test("isPublicAddress() refuses every address that leads inside", () => {
  for (
    const address of [
      ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254"],
      ...["172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.19.0.1", "224.0.0.1"],
      ...["240.0.0.1", "255.255.255.255"],
      ...["::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:93.184.216.34", "64:ff9b::1"],
      ...["fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1"],
      ...["2001:db8::1", "2001:0:1::1", "2002:7f00:1::1", "3fff::1", "100::1"],
      ...["", "localhost", "127.1", "0x7f000001", "[::1]", "1.1.1.1 "],
    ]
  ) assert.equal(isPublicAddress(address), false, address);
});
