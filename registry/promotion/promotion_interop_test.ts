import assert from "node:assert/strict";
import { createClient, getRegisteredModel } from "../client/mod.ts";
import { trackingServers } from "../tracking_server_fixture.ts";
import { logComparedVersions } from "./compared_versions_fixture.ts";
import { compareSides } from "./comparison/compare_sides.ts";
import { gatherSide } from "./comparison/side.ts";
import { readHistory } from "./history.ts";
import { promote } from "./promote.ts";
import { rollBack } from "./roll_back.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const mover = { name: "energy", alias: "production", reason: "a test: it's 100 %", by: "Ada" };

for (const [server, withServer] of Object.entries(trackingServers)) {
  Deno.test(`versions of ${server} are compared, promoted and rolled back, on the record`, async () => {
    const home = await Deno.makeTempDir();
    await withServer({ home, python, now: Date.now }, async (baseUrl) => {
      const client = createClient({ baseUrl });
      const [first, second] = await logComparedVersions(client);
      const [a, b] = [
        await gatherSide(client, "energy", first),
        await gatherSide(client, "energy", second),
      ];
      assert.deepEqual([a.version, a.aliases, b.version], ["1", ["champion"], "2"]);
      assert.deepEqual(compareSides("energy", a, b).metrics[0], {
        name: "ensemble.event_f1",
        a: 0.5,
        b: 0.375,
        difference: -0.125,
      });

      await promote(client, { ...mover, version: "2", id: "1", now: 1_000 });
      const before = await getRegisteredModel(client, "energy");
      await assert.rejects(promote(client, { ...mover, version: "1", id: "2", now: 2_000 }), {
        name: "PromotionRefusedError",
        message:
          'Cannot promote version 1 of "energy" to production: gate signature: inputs: expected as before, or a declared change, got - kwh: double',
      });
      assert.deepEqual(await getRegisteredModel(client, "energy"), before);
      const mayChange = { ...mover, version: "1", alias: "challenger" };
      await promote(client, { ...mayChange, id: "3", now: 3_000 });
      await promote(client, { ...mayChange, version: "2", id: "4", now: 4_000 });
      await rollBack(client, { ...mover, alias: "challenger", id: "5", now: 5_000 });
      const { aliases, moves } = await readHistory(client, "energy");
      assert.deepEqual(aliases, { champion: "1", production: "2", challenger: "1" });
      assert.deepEqual(
        moves.map(({ alias, from, to, happened, reason }) => [alias, from, to, happened, reason]),
        [
          ["production", undefined, "2"],
          ["challenger", undefined, "1"],
          ["challenger", "1", "2"],
          ["challenger", "2", "1"],
        ].map((move) => [...move, true, mover.reason]),
      );
    });
    await Deno.remove(home, { recursive: true });
  });
}
