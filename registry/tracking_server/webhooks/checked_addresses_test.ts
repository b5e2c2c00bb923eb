import assert from "node:assert/strict";
import { checkedAddresses } from "./checked_addresses.ts";

function policy(addresses: string[], privateAddresses = false) {
  return { privateAddresses, resolve: () => Promise.resolve(addresses) };
}

Deno.test("checkedAddresses() wants every address of a host to be public", async () => {
  const url = new URL("https://hooks.example/");
  const open = ["93.184.216.34", "2606:2800:220:1::1"];
  assert.deepEqual(await checkedAddresses(url, policy(open)), open);
  await assert.rejects(checkedAddresses(url, policy([...open, "::1"])), {
    message:
      "Webhook URL must not resolve to a non-public IP address. 'hooks.example' resolves to ::1.",
  });
  assert.deepEqual(await checkedAddresses(url, policy(["::1"], true)), ["::1"]);
});

Deno.test("checkedAddresses() asks for a bare address", async () => {
  const asked: string[] = [];
  const resolve = (hostname: string) => {
    asked.push(hostname);
    return Promise.resolve([hostname]);
  };
  const inside = checkedAddresses(new URL("https://[::1]:8443/"), {
    privateAddresses: false,
    resolve,
  });
  await assert.rejects(inside, /'::1' resolves to ::1/);
  // Other spellings of 127.0.0.1 are the same host by the time it is asked for.
  for (const host of ["127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1"]) {
    const url = new URL(`https://${host}/`);
    await assert.rejects(
      checkedAddresses(url, { privateAddresses: false, resolve }),
      /127\.0\.0\.1/,
    );
  }
  assert.deepEqual(asked, ["::1", ...Array(4).fill("127.0.0.1")]);
});

Deno.test("checkedAddresses() says which host it does not find", async () => {
  const url = new URL("https://none.example/");
  await assert.rejects(checkedAddresses(url, policy([])), {
    message: "Cannot resolve webhook URL hostname 'none.example': no address",
  });
  const resolve = () => Promise.reject(new Error("getaddrinfo ENOTFOUND none.example"));
  await assert.rejects(checkedAddresses(url, { privateAddresses: true, resolve }), {
    message:
      "Cannot resolve webhook URL hostname 'none.example': getaddrinfo ENOTFOUND none.example",
  });
});
