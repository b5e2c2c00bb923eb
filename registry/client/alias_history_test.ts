import assert from "node:assert/strict";
import { aliasHistory } from "./alias_history.ts";
import {
  createClient,
  createModelVersion,
  createRegisteredModel,
  deleteModelAlias,
  deleteModelVersion,
  deleteRegisteredModel,
  renameRegisteredModel,
  setModelAlias,
} from "./mod.ts";
import { createTrackingApp, openTrackingStore } from "../tracking_server/mod.ts";

Deno.test("aliasHistory() tells every move with its time, whatever moved the alias", async () => {
  let time = 100;
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => ++time });
    const { fetch } = createTrackingApp({ store });
    const client = createClient({
      baseUrl: "http://127.0.0.1",
      fetch: (request) => fetch(request),
    });
    const at = async (work: () => Promise<unknown>, now: number) => {
      time = now - 1;
      await work();
    };
    const key = { name: "load", alias: "champion" };
    await createRegisteredModel(client, { name: "load" });
    for (let i = 0; i < 3; i++) {
      await createModelVersion(client, { name: "load", source: "s3://b" });
    }
    await at(() => setModelAlias(client, { ...key, version: "1" }), 200);
    await at(() => setModelAlias(client, { ...key, version: "1" }), 250);
    await at(() => setModelAlias(client, { ...key, version: "2" }), 300);
    await at(() => setModelAlias(client, { ...key, alias: "shadow", version: "2" }), 310);
    await at(() => deleteModelAlias(client, key), 400);
    await at(() => deleteModelAlias(client, key), 450);
    await at(() => setModelAlias(client, { ...key, version: "3" }), 500);
    await at(() => deleteModelVersion(client, { name: "load", version: "2" }), 600);
    await renameRegisteredModel(client, { name: "load", newName: "heat" });
    await at(() => deleteRegisteredModel(client, "heat"), 700);

    const moves = await Array.fromAsync(aliasHistory(client, { name: "heat" }));
    assert.deepEqual(moves, [
      { alias: "champion", time: 700, fromVersion: "3" },
      { alias: "shadow", time: 600, fromVersion: "2" },
      { alias: "champion", time: 500, toVersion: "3" },
      { alias: "champion", time: 400, fromVersion: "2" },
      { alias: "shadow", time: 310, toVersion: "2" },
      { alias: "champion", time: 300, fromVersion: "1", toVersion: "2" },
      { alias: "champion", time: 200, toVersion: "1" },
    ]);
    const shadow = await Array.fromAsync(aliasHistory(client, { name: "heat", alias: "shadow" }));
    assert.deepEqual(shadow.map((move) => move.time), [600, 310]);
    assert.deepEqual(await Array.fromAsync(aliasHistory(client, { name: "load" })), []);
  }
  await Deno.remove(home, { recursive: true });
});
