import assert from "node:assert/strict";
import { hostOf, isHostName, listedHosts } from "./host_names.ts";

Deno.test("listedHosts() drops blanks and what is empty", () => {
  assert.deepEqual(listedHosts(" A.example ,,b, "), ["a.example", "b"]);
  assert.deepEqual(listedHosts(""), []);
});

Deno.test("isHostName() knows names and addresses, and nothing around them", () => {
  for (const name of ["a", "a-b.example", "10.0.0.7", "[fe80::7]", "[::ffff:10.0.0.7]"]) {
    assert.ok(isHostName(name), name);
  }
  for (const name of ["", "A", "-a", "a.", "a b", "a:80", "*", "http://a", "a/b", "::1"]) {
    assert.ok(!isHostName(name), name);
  }
});

Deno.test("hostOf() writes addresses in the one way of a Host header", () => {
  assert.equal(hostOf("Meters.Example"), "meters.example");
  assert.equal(hostOf("fe80:0::7"), "[fe80::7]");
  assert.equal(hostOf("0:0::0"), "[::]");
  for (const none of ["", "1.2.3.4.5.6", "1.2.3.4:80"]) assert.equal(hostOf(none), undefined);
});
