import assert from "node:assert/strict";
import {
  CHAMPION,
  MODEL,
  withRegisteredVersions,
} from "../../pipelines/steps/registered_versions_fixture.ts";
import { followedFrom, followedModel, namedVersion } from "./followed.ts";

Deno.test("followedFrom() says why a URI names no registered version", () => {
  const logged = `models:/m-${"0123456789abcdef".repeat(2)}`;
  assert.throws(() => followedFrom(logged), {
    name: "ModelLoadError",
    message: `Cannot load ${logged}: it names no registered version`,
  });
  assert.throws(() => followedFrom("attic"), { message: /^Cannot load attic: .*"attic"/ });
});

Deno.test("namedVersion() follows an alias, and takes a version as it is", async () => {
  await withRegisteredVersions(2, async ({ registry, moveTo }) => {
    const champion = followedFrom(CHAMPION);
    assert.equal(await namedVersion(registry, champion), "1");
    await moveTo("2");
    assert.equal(await namedVersion(registry, champion), "2");
    assert.equal(await namedVersion(registry, followedFrom(`models:/${MODEL}/7`)), "7");
  });
});

Deno.test("followedModel() keeps to itself what is refused", () => {
  const state = { version: "1", previous: undefined, failure: "Version 2 is slow" };
  assert.deepEqual(followedModel({ ...followedFrom(CHAMPION), ...state, refused: "2" }), {
    uri: CHAMPION,
    name: MODEL,
    ...state,
  });
});
