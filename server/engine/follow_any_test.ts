import assert from "node:assert/strict";
import { followAny } from "./follow_any.ts";

function follower(...loadable: string[]) {
  const asked: string[] = [];
  return {
    asked,
    follow(uri: string) {
      asked.push(uri);
      const error = new Error(`Cannot load ${uri}`);
      return loadable.includes(uri) ? Promise.resolve() : Promise.reject(error);
    },
  };
}

Deno.test("followAny() follows all in their order, and goes on with one that can be loaded", async () => {
  const loader = follower("b");
  await followAny(loader, ["a", "b", "c"]);
  assert.deepEqual(loader.asked, ["a", "b", "c"]);
});

Deno.test("followAny() gives every reason when none can be loaded", async () => {
  await assert.rejects(followAny(follower(), ["a"]), { message: "Cannot load a" });
  await assert.rejects(followAny(follower(), ["a", "b"]), {
    name: "AggregateError",
    message: "Cannot serve any of 2 models: Cannot load a; Cannot load b",
  });
});
