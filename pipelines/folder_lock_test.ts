import assert from "node:assert/strict";
import { isAbandoned, lockFolder } from "./folder_lock.ts";

Deno.test("lockFolder() lets one in after the other", async () => {
  const directory = await Deno.makeTempDir();
  const seen: string[] = [];
  const first = await lockFolder(directory);
  const second = lockFolder(directory).then((turn) => {
    seen.push("second in");
    turn.close();
  });
  // Whoever waits would have had its turn by then.
  await new Promise((resolve) => setTimeout(resolve, 50));
  seen.push("first out");
  first.close();
  await second;
  assert.deepEqual(seen, ["first out", "second in"]);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("isAbandoned() is true of a folder that nobody holds, for whoever asks", async () => {
  const directory = await Deno.makeTempDir();
  assert.equal(await isAbandoned(directory), true);
  {
    using _turn = await lockFolder(directory);
    assert.equal(await isAbandoned(directory), false);
  }
  assert.equal(await isAbandoned(directory), true);
  await Deno.remove(directory, { recursive: true });
});
