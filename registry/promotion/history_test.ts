import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import {
  createClient,
  createModelVersion,
  createRegisteredModel,
  setModelAlias,
  setModelVersionTag,
} from "../client/mod.ts";
import { createTrackingApp, openTrackingStore } from "../tracking_server/mod.ts";
import { readHistory, withOutcome } from "./history.ts";
import { logVersion } from "./logged_version_fixture.ts";
import type { Move } from "./moves.ts";
import { promote } from "./promote.ts";

const mover = { name: "energy", alias: "champion", reason: "a test", by: "the tester" };

Deno.test("readHistory() over a port shows the moves in order, also one that never happened", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 7 });
    const app = createTrackingApp({ store });
    await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
    const baseUrl = `http://127.0.0.1:${server.addr.port}`;
    const client = createClient({ baseUrl });
    // Stopped between the record and the move, as by a crash.
    const stopped = createClient({
      baseUrl,
      fetch: (request) =>
        request.url.endsWith("registered-models/alias")
          ? Promise.resolve(
            Response.json({ error_code: "CANCELLED", message: "" }, { status: 499 }),
          )
          : fetch(request),
    });
    for (const [i, each] of [client, stopped, client].entries()) {
      const { version } = await logVersion(client);
      const made = promote(each, { ...mover, version, id: version, now: i * 1_000 });
      if (each === stopped) await assert.rejects(made, { errorCode: "CANCELLED" });
      else await made;
    }
    const { aliases, moves } = await readHistory(client, "energy");
    assert.deepEqual(aliases, { champion: "3" });
    assert.deepEqual(
      moves.map(({ at, from, to, happened, confirmed }) => [at, from, to, happened, confirmed]),
      [
        ["1970-01-01T00:00:00.000Z", undefined, "1", true, true],
        ["1970-01-01T00:00:01.000Z", "1", "2", false, false],
        ["1970-01-01T00:00:02.000Z", "1", "3", true, true],
      ],
    );
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("readHistory() reads what earlier releases wrote into tags of versions", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "energy" });
    const record = { name: "energy", alias: "champion", reason: "First", by: "train" };
    for (const [to, from] of [["1"], ["2", "1"]]) {
      await createModelVersion(client, { name: "energy", source: "mlflow-artifacts:/0/r" });
      const at = `2026-01-0${to}T00:00:00.000Z`;
      const key = `wattbook.promotion.champion.${at}`;
      const value = JSON.stringify({ ...record, to, from, at });
      await setModelVersionTag(client, { name: "energy", version: to, key, value });
    }
    await setModelAlias(client, { name: "energy", alias: "champion", version: "2" });
    const { moves } = await readHistory(client, "energy");
    assert.deepEqual(moves.map(({ kind, from, to, happened }) => [kind, from, to, happened]), [
      ["promotion", undefined, "1", true],
      ["promotion", "1", "2", true],
    ]);
  });
});

Deno.test("withOutcome() tells by what came after whether an unconfirmed move happened", () => {
  const move = (alias: string, from: string | undefined, to: string, confirmed = false): Move => ({
    kind: "promotion",
    ...{ name: "energy", reason: "a test", by: "the tester" },
    ...{ alias, from, to, confirmed, at: "1970-01-01T00:00:00.000Z" },
  });
  const moves = [
    move("champion", undefined, "1"),
    move("challenger", undefined, "9"),
    move("champion", "1", "2"),
    move("champion", "1", "3", true),
    move("champion", "1", "4"),
  ];
  const happened = (aliases: Record<string, string>) =>
    withOutcome(moves, aliases).map(({ happened }) => happened);
  // Two that raced were both confirmed or seen; of version 2 nobody says that it moved.
  assert.deepEqual(happened({ champion: "4", challenger: "9" }), [true, true, false, true, true]);
  assert.deepEqual(happened({ champion: "3" }), [true, false, false, true, false]);
});
