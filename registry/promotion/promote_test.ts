import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import {
  getDownloadUri,
  getModelVersion,
  getRegisteredModel,
  type RegistryClient,
  uploadArtifact,
} from "../client/mod.ts";
import { logVersion } from "./logged_version_fixture.ts";
import { movesIn } from "./moves.ts";
import { promote } from "./promote.ts";
import type { PromotionRefusedError } from "./promotion_refused_error.ts";
import { defaultTerms, sameMargin } from "./terms.ts";

const name = "energy";
const request = { name, alias: "champion", reason: "Better", by: "train", id: "x", now: 1_000 };

/** All that a promotion could change, as text. */
async function state(client: RegistryClient): Promise<string> {
  const versions = ["1", "2"].map((version) => getModelVersion(client, { name, version }));
  return JSON.stringify([await getRegisteredModel(client, name), ...await Promise.all(versions)]);
}

Deno.test("promote() moves the alias and records who, when, why, from and to", async () => {
  await withClient(async (client) => {
    for (const [i, now] of [1_000, 2_000].entries()) {
      const { version } = await logVersion(client);
      await promote(client, { ...request, version, now });
      assert.deepEqual((await getRegisteredModel(client, name)).aliases, { champion: `${i + 1}` });
    }
    const back = { ...request, version: "1", reason: "Back", by: "warden", now: 3_000 };
    const { move, findings } = await promote(client, back);
    const record = { kind: "promotion", name, alias: "champion", confirmed: true };
    const third = { from: "2", to: "1", reason: "Back", by: "warden" };
    const moves = [
      { ...record, to: "1", reason: "Better", by: "train", at: "1970-01-01T00:00:01.000Z" },
      {
        ...record,
        from: "1",
        to: "2",
        reason: "Better",
        by: "train",
        at: "1970-01-01T00:00:02.000Z",
      },
      { ...record, ...third, at: "1970-01-01T00:00:03.000Z" },
    ];
    assert.deepEqual(movesIn((await getRegisteredModel(client, name)).tags), moves);
    assert.deepEqual(move, moves[2]);
    assert.deepEqual([...new Set(findings.map(({ gate }) => gate))], [
      "mlmodel",
      "digests",
      "drift_profile",
      "parity",
      "size",
      "latency",
      "signature",
      "evaluation",
    ]);
  });
});

Deno.test("promote() tells which gate refuses, the number and the limit, and changes nothing", async () => {
  await withClient(async (client) => {
    await logVersion(client);
    await promote(client, { ...request, version: "1" });
    await logVersion(client, { figure: 0.25 });
    const before = await state(client);
    const error: PromotionRefusedError = await promote(client, { ...request, version: "2" })
      .then(() => assert.fail("It was promoted"), (error) => error);
    assert.equal(error.name, "PromotionRefusedError");
    assert.match(
      error.message,
      /^Cannot promote version 2 of "energy" to champion: gate evaluation: fall of event_precision: expected at most 0\.02, got 0\.25; /,
    );
    assert.deepEqual(
      error.findings.filter(({ passed }) => !passed).map(({ gate, found }) => [gate, found]),
      Array.from({ length: 4 }, () => ["evaluation", 0.25]),
    );
    assert.equal(await state(client), before);
    const terms = { ...defaultTerms, maxFall: sameMargin(0.25) };
    await promote(client, { ...request, version: "2", terms });
    assert.deepEqual((await getRegisteredModel(client, name)).aliases, { champion: "2" });
  });
});

Deno.test("promote() compares with the version that has the alias, and a challenger with nobody", async () => {
  await withClient(async (client) => {
    await logVersion(client);
    await promote(client, { ...request, version: "1" });
    await logVersion(client, { figure: 0.25, columns: ["hour", "kwh"] });
    const { findings } = await promote(client, {
      ...request,
      version: "2",
      alias: "challenger",
      id: "y",
    });
    assert.ok(!findings.some(({ gate }) => gate === "signature" || gate === "evaluation"));
    await assert.rejects(promote(client, { ...request, version: "2" }), {
      message: /gate signature: inputs: .*, got \+ kwh: double; .*gate evaluation: fall of /,
    });
    assert.deepEqual((await getRegisteredModel(client, name)).aliases, {
      champion: "1",
      challenger: "2",
    });
  });
});

Deno.test("promote() stops at a version whose files are not those that were published", async () => {
  await withClient(async (client) => {
    const version = await logVersion(client);
    await logVersion(client);
    const uri = await getDownloadUri(client, version);
    await uploadArtifact(client, uri, "model.onnx", Uint8Array.of(1));
    const before = await state(client);
    await assert.rejects(promote(client, { ...request, version: "1" }), {
      message:
        /: gate digests: SHA-256 of model\.onnx: expected [0-9a-f]{64}, got [0-9a-f]{64}; gate digests: files as they were published: expected 13, got 12$/,
    });
    assert.equal(await state(client), before);
    await assert.rejects(promote(client, { ...request, version: "9" }), { status: 404 });
  });
});

Deno.test("promote() refuses what the server would refuse after the record", async () => {
  await withClient(async (client) => {
    await logVersion(client);
    await logVersion(client);
    const before = await state(client);
    for (
      const [wrong, message] of [
        [{ alias: "v1" }, /not latest or v and a number, got "v1"$/],
        [{ alias: "a b" }, /, got "a b"$/],
        [
          { reason: " " },
          /^Cannot move an alias: expected "reason" of 1 to 1000 characters, got 0$/,
        ],
        [{ by: "x".repeat(1_001) }, /expected "by" of 1 to 1000 characters, got 1001$/],
      ] as const
    ) {
      const wrongRequest = { ...request, version: "1", ...wrong };
      await assert.rejects(promote(client, wrongRequest), { name: "RangeError", message });
    }
    assert.equal(await state(client), before);
  });
});

Deno.test("promotions that race lose no record", async () => {
  await withClient(async (client) => {
    const numbers = ["1", "2", "3", "4", "5", "6"];
    for (const _ of numbers) await logVersion(client);
    await Promise.all(
      numbers.map((version) => promote(client, { ...request, version, id: `id${version}` })),
    );
    const { aliases, tags } = await getRegisteredModel(client, name);
    const moves = movesIn(tags);
    assert.deepEqual(moves.map(({ to, confirmed }) => [to, confirmed]), [
      ...numbers.map((number) => [number, true]),
    ]);
    assert.ok(numbers.includes(aliases.champion));
  });
});
