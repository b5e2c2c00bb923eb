import assert from "node:assert/strict";
import { join } from "node:path";
import { savesOf } from "./saves_of.ts";

Deno.test("savesOf() tells each change of a listed file once, and no other", async () => {
  const folder = await Deno.makeTempDir();
  const [first, second] = ["a.ipynb", "a.ts"].map((name) => join(folder, name));
  await Deno.writeTextFile(first, "1");
  const stop = new AbortController();
  const seen: string[] = [];
  const saves = savesOf([first, second], stop.signal);
  const watching = (async () => {
    for await (const path of saves) seen.push(path);
  })();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const until = async (count: number) => {
    while (seen.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  await Deno.writeTextFile(join(folder, "other.txt"), "x");
  await Deno.writeTextFile(first, "1");
  await Deno.writeTextFile(second, "");
  await Deno.writeTextFile(second, "2");
  await until(1);
  await Deno.writeTextFile(`${first}.part`, "3");
  await Deno.rename(`${first}.part`, first);
  await until(2);
  assert.deepEqual(seen, [second, first]);
  stop.abort();
  await watching;
  assert.equal((await savesOf([first], stop.signal).next()).done, true);
  await Deno.remove(folder, { recursive: true });
});
