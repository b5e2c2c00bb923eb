import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import {
  getDownloadUri,
  getRegisteredModel,
  type RegistryClient,
  uploadArtifact,
} from "../client/mod.ts";
import { readHistory } from "./history.ts";
import { logVersion } from "./logged_version_fixture.ts";
import { promote } from "./promote.ts";
import { rollBack } from "./roll_back.ts";

const mover = { name: "energy", alias: "champion", reason: "a test", by: "the tester" };

/** Logs and promotes versions with these figures, one a millisecond. */
async function promoteAll(client: RegistryClient, figures: readonly number[]): Promise<void> {
  for (const [now, figure] of figures.entries()) {
    const { version } = await logVersion(client, { figure });
    await promote(client, { ...mover, version, id: version, now });
  }
}

Deno.test("rollBack() twice goes two versions back, each on the record", async () => {
  await withClient(async (client) => {
    await promoteAll(client, [0.25, 0.5, 0.75]);
    const { move, findings } = await rollBack(client, { ...mover, id: "a", now: 10 });
    assert.deepEqual([move.kind, move.from, move.to], ["rollback", "3", "2"]);
    // Version 2 would be refused as it is worse than version 3: that is not asked.
    assert.deepEqual(findings.map(({ gate }) => gate), ["mlmodel", "digests"]);
    await rollBack(client, { ...mover, reason: "Worse still", id: "b", now: 11 });
    assert.deepEqual((await getRegisteredModel(client, "energy")).aliases, { champion: "1" });
    const { moves } = await readHistory(client, "energy");
    assert.deepEqual(moves.slice(3).map(({ at, from, to, reason }) => [at, from, to, reason]), [
      ["1970-01-01T00:00:00.010Z", "3", "2", "a test"],
      ["1970-01-01T00:00:00.011Z", "2", "1", "Worse still"],
    ]);
    await assert.rejects(rollBack(client, { ...mover, id: "c", now: 12 }), {
      name: "RangeError",
      message:
        'Cannot roll back champion of "energy": expected a version that had it before, got none on record',
    });
  });
});

Deno.test("rollBack() does not go back to a version that is not whole any more", async () => {
  await withClient(async (client) => {
    await promoteAll(client, [0.5, 0.5]);
    const uri = await getDownloadUri(client, { name: "energy", version: "1" });
    await uploadArtifact(client, uri, "model.onnx", Uint8Array.of(1));
    const before = await getRegisteredModel(client, "energy");
    await assert.rejects(rollBack(client, { ...mover, id: "a", now: 10 }), {
      name: "PromotionRefusedError",
      message:
        /^Cannot roll back champion of "energy" to version 1: gate digests: SHA-256 of model\.onnx: expected /,
    });
    assert.deepEqual(await getRegisteredModel(client, "energy"), before);
  });
});
