import assert from "node:assert/strict";
import { registeredModel } from "./registered_model.ts";

Deno.test("registeredModel reads aliases by name, and takes what is left out as empty", () => {
  const json = { name: "a", creation_timestamp: 5, last_updated_timestamp: "6" };
  const plain = { name: "a", description: "", creationTime: 5, lastUpdateTime: 6, tags: {} };
  assert.deepEqual(registeredModel.parse(json), { ...plain, aliases: {} });
  const aliases = [{ alias: "champion", version: "2" }, { alias: "challenger", version: "10" }];
  assert.deepEqual(registeredModel.parse({ ...json, aliases }), {
    ...plain,
    aliases: { champion: "2", challenger: "10" },
  });
});
