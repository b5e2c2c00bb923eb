import assert from "node:assert/strict";
import { parseServerConfig, readServerConfig, SERVER_CONFIG_VARIABLES } from "./config.ts";

Deno.test("parseServerConfig() binds to the loopback address on port 8000 by default", () => {
  assert.deepEqual(parseServerConfig({}), {
    host: "127.0.0.1",
    port: 8000,
    allowedHosts: ["127.0.0.1"],
    workers: undefined,
    reloadSeconds: 5,
    requestSeconds: 60,
    logRequests: false,
    payloadShare: 0.1,
    payloadBytes: 100_000_000,
  });
});

Deno.test("parseServerConfig() reads every variable", () => {
  const config = parseServerConfig({
    WATTBOOK_HOST: "0.0.0.0",
    WATTBOOK_PORT: "0",
    WATTBOOK_ALLOWED_HOSTS: "Meters.Example, 10.0.0.7,[fe80::1]",
    WATTBOOK_WORKERS: "12",
    WATTBOOK_RELOAD_SECONDS: "0.5",
    WATTBOOK_REQUEST_SECONDS: "300",
    WATTBOOK_LOG: "json",
    WATTBOOK_PAYLOAD_SHARE: "0.25",
    WATTBOOK_PAYLOAD_MB: "7",
  });
  assert.deepEqual(config, {
    host: "0.0.0.0",
    port: 0,
    allowedHosts: ["meters.example", "10.0.0.7", "[fe80::1]"],
    workers: 12,
    reloadSeconds: 0.5,
    requestSeconds: 300,
    logRequests: true,
    payloadShare: 0.25,
    payloadBytes: 7_000_000,
  });
});

Deno.test("parseServerConfig() allows the address that is bound to, but none that stands for all", () => {
  const allowed = (host: string) =>
    parseServerConfig({ WATTBOOK_HOST: host, WATTBOOK_ALLOWED_HOSTS: "b" }).allowedHosts;
  assert.deepEqual(allowed("192.168.1.7"), ["192.168.1.7", "b"]);
  assert.deepEqual(allowed("Meters.Example"), ["meters.example", "b"]);
  assert.deepEqual(allowed("fe80:0::7"), ["[fe80::7]", "b"]);
  for (const wildcard of ["0.0.0.0", "0", "::", "0:0::0"]) {
    assert.deepEqual(allowed(wildcard), ["b"]);
  }
});

Deno.test("parseServerConfig() names the variable, the rule and the value", () => {
  for (const port of ["65536", "-1", "http", "80.5", ""]) {
    assert.throws(() => parseServerConfig({ WATTBOOK_PORT: port }), {
      name: "TypeError",
      message:
        `Cannot read WATTBOOK_PORT from the environment: expected a port from 0 to 65535, got "${port}"`,
    });
  }
  for (const host of ["", "a b", "1.2.3.4.5.6"]) {
    assert.throws(() => parseServerConfig({ WATTBOOK_HOST: host }), {
      message: "Cannot read WATTBOOK_HOST from the environment: " +
        `expected an address or a host name, got "${host}"`,
    });
  }
  for (const share of ["2", "1.01", "-0.1", "half", ""]) {
    assert.throws(() => parseServerConfig({ WATTBOOK_PAYLOAD_SHARE: share }), {
      message: "Cannot read WATTBOOK_PAYLOAD_SHARE from the environment: " +
        `expected a share from 0 to 1, got "${share}"`,
    });
  }
  for (const hosts of ["http://a.example", "a.example:80", "*", "a b"]) {
    assert.throws(() => parseServerConfig({ WATTBOOK_ALLOWED_HOSTS: hosts }), {
      message: /^Cannot read WATTBOOK_ALLOWED_HOSTS .* host names without port/,
    });
  }
  for (
    const [name, value, rule] of [
      ["WATTBOOK_WORKERS", "0", "expected a whole number from 1 to 999"],
      ["WATTBOOK_RELOAD_SECONDS", "", "expected seconds from 0.1 to 86400"],
      ["WATTBOOK_REQUEST_SECONDS", "soon", "expected seconds from 0.1 to 3600"],
    ]
  ) {
    assert.throws(() => parseServerConfig({ [name]: value }), {
      message: `Cannot read ${name} from the environment: ${rule}, got "${value}"`,
    });
  }
});

Deno.test("readServerConfig() reads the variables it lists", () => {
  const before = Deno.env.get("WATTBOOK_PORT");
  Deno.env.set("WATTBOOK_PORT", "8123");
  try {
    assert.equal(readServerConfig().port, 8123);
  } finally {
    if (before === undefined) Deno.env.delete("WATTBOOK_PORT");
    else Deno.env.set("WATTBOOK_PORT", before);
  }
  assert.deepEqual(SERVER_CONFIG_VARIABLES, [
    "WATTBOOK_HOST",
    "WATTBOOK_PORT",
    "WATTBOOK_ALLOWED_HOSTS",
    "WATTBOOK_WORKERS",
    "WATTBOOK_RELOAD_SECONDS",
    "WATTBOOK_REQUEST_SECONDS",
    "WATTBOOK_LOG",
    "WATTBOOK_PAYLOAD_SHARE",
    "WATTBOOK_PAYLOAD_MB",
  ]);
});
