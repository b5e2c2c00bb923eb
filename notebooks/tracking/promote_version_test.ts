import assert from "node:assert/strict";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { getRegisteredModel, type RegistryClient } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { promoteVersion } from "./promote_version.ts";

const who = { reason: "It finds more", by: "notebook" };

async function withVersions(test: (client: RegistryClient) => Promise<void>) {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    await logVersion(tracking.client);
    await logVersion(tracking.client, { figure: 0.6 });
    await test(tracking.client);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("promoteVersion() gives an alias to the version that a URI names, by another alias too", async () => {
  await withVersions(async (client) => {
    const shadow = { ...who, alias: "challenger" };
    const tried = await promoteVersion(client, "models:/energy/2", shadow, "1", 1000);
    assert.deepEqual(
      [tried.move.to, tried.move.alias, tried.move.at],
      ["2", "challenger", "1970-01-01T00:00:01.000Z"],
    );
    const { findings, ...rest } = await promoteVersion(
      client,
      "models:/energy@challenger",
      who,
      "2",
      2000,
    );
    const { aliases } = await getRegisteredModel(client, "energy");
    assert.deepEqual(aliases, { challenger: "2", champion: "2" });
    assert.deepEqual(new Set(findings.numbers("passed")), new Set([1]));
    assert.equal(
      rest[JUPYTER_DISPLAY]()["text/plain"],
      `models:/energy/2 is now champion: ${findings.rows} findings of the gates, all passed`,
    );
  });
});

Deno.test("promoteVersion() takes single limits, and a refusal names the gate", async () => {
  await withVersions(async (client) => {
    const strict = { ...who, terms: { maxModelBytes: 0 } };
    await assert.rejects(promoteVersion(client, "models:/energy/1", strict, "1", 0), {
      name: "PromotionRefusedError",
      message: /^Cannot promote version 1 of "energy" to champion: gate .*at most 0, got \d+$/,
    });
    assert.deepEqual((await getRegisteredModel(client, "energy")).aliases, {});
  });
});
