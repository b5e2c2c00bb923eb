import assert from "node:assert/strict";
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
import { createVersionIndex } from "./version_index.ts";

function loaded(...versions: string[]) {
  return { list: () => versions.map((version) => ({ name: "m", version }) as ServedModel) };
}

function noted(version: string, reason: string) {
  return { name: "m", version, state: "UNAVAILABLE", reason };
}

Deno.test("createVersionIndex() lists versions by number, and what was said last of each", () => {
  const index = createVersionIndex(loaded("9", "10"));
  index.note("m", "11", "unloaded");
  index.note("m", "2", "broken");
  index.note("m", "11", "broken");
  index.note("a", "12", "broken");
  assert.deepEqual(index.list(), [
    { ...noted("12", "broken"), name: "a" },
    noted("2", "broken"),
    { name: "m", version: "9", state: "READY", reason: "" },
    { name: "m", version: "10", state: "READY", reason: "" },
    noted("11", "broken"),
  ]);
});

Deno.test("createVersionIndex() does not tell why a version was not loaded once it is, nor what was forgotten", () => {
  const versions = ["1"];
  const index = createVersionIndex({ list: () => loaded(...versions).list() });
  index.note("m", "2", "broken");
  versions.push("2");
  assert.deepEqual(index.list().map(({ state }) => state), ["READY", "READY"]);
  index.forget("m", "2");
  versions.pop();
  assert.deepEqual(index.list().map(({ version }) => version), ["1"]);
});

Deno.test("createVersionIndex() forgets those told first", () => {
  const index = createVersionIndex(loaded());
  for (let version = 1; version <= 101; version++) index.note("m", `${version}`, "broken");
  assert.deepEqual([index.list().length, index.list()[0].version], [100, "2"]);
});
