import assert from "node:assert/strict";
import { pickVersion } from "./pick_version.ts";
import type { Version } from "./version.ts";

function version(runId: string, digest: string, status: Version["status"] = "FINISHED"): Version {
  const nothing = { params: {}, figures: {}, datasets: [], runs: [] };
  return { runId, digest, status, notebook: "a", kernel: "deno", startedAt: "", ...nothing };
}

const VERSIONS = [
  version("aaaa1111", "dddd1111", "FAILED"),
  version("aaaa2222", "dddd1111"),
  version("aaaa3333", "dddd1111"),
  version("aaaa4444", "dddd2222", "RUNNING"),
];

Deno.test("pickVersion() takes a run by its id, and of a digest the newest run that finished", () => {
  const picked = ["aaaa1111", "AAAA3", "dddd1", "dddd1111", "dddd2"]
    .map((name) => pickVersion(VERSIONS, name).runId);
  assert.deepEqual(picked, ["aaaa1111", "aaaa3333", "aaaa2222", "aaaa2222", "aaaa4444"]);
});

Deno.test("pickVersion() names the digests when the name is not that of one version", () => {
  for (const [name, count] of [["aaaa", 4], ["dddd", 2], ["ffff", 0], ["ddd", 0], ["", 0]]) {
    assert.throws(() => pickVersion(VERSIONS, String(name)), {
      name: "RangeError",
      message: new RegExp(`: ${count} begin so, digests are \\[dddd1111, dddd2222\\]$`),
    });
  }
});
