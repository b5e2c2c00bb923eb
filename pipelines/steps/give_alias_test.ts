import assert from "node:assert/strict";
import { getDownloadUri, readHistory, uploadArtifact } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { giveAlias } from "./give_alias.ts";

const name = "energy";
const who = { name, reason: "the latest training", by: "a test" };

Deno.test("giveAlias() makes a version the champion, and a clearly worse one the challenger", async () => {
  const home = await Deno.makeTempDir();
  {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    let time = 0;
    const give = async (figure: number, dataDigest?: string) => {
      const { version } = await logVersion(client, { figure, dataDigest });
      return await giveAlias(client, { ...who, version }, () => time++);
    };
    assert.deepEqual(await give(0.5), { alias: "champion" });
    assert.deepEqual(await give(0.48), { alias: "champion" });
    const { alias, refusal } = await give(0.25);
    assert.equal(alias, "challenger");
    assert.match(
      refusal ?? "",
      /^Cannot promote version 3 of "energy" to champion: gate evaluation: fall of event_precision: expected at most 0\.02, got 0\.23; /,
    );
    // Rows of another seed or month cannot be compared.
    assert.deepEqual(await give(0.25, "0".repeat(64)), { alias: "champion" });
    const { moves } = await readHistory(client, name);
    assert.deepEqual(moves.map(({ at, alias, to }) => [at, alias, to]), [
      ["1970-01-01T00:00:00.000Z", "champion", "1"],
      ["1970-01-01T00:00:00.001Z", "champion", "2"],
      ["1970-01-01T00:00:00.003Z", "challenger", "3"],
      ["1970-01-01T00:00:00.004Z", "champion", "4"],
    ]);
    assert.match(
      moves[2].reason,
      /^the latest training; not champion by gate evaluation: fall of event_precision: expected at most 0\.02, got 0\.23; /,
    );
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("giveAlias() gives none to a version that is not whole", async () => {
  const home = await Deno.makeTempDir();
  {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    const version = await logVersion(client);
    const uri = await getDownloadUri(client, version);
    await uploadArtifact(client, uri, "model.onnx", Uint8Array.of(1));
    await assert.rejects(giveAlias(client, { ...who, version: "1" }, () => 0), {
      name: "PromotionRefusedError",
      message: /^Cannot promote version 1 of "energy" to challenger: gate digests: /,
    });
    const { aliases, moves } = await readHistory(client, name);
    assert.deepEqual([aliases, moves], [{}, []]);
  }
  await Deno.remove(home, { recursive: true });
});
