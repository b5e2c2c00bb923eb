import assert from "node:assert/strict";
import { getRegisteredModel, readHistory } from "../../registry/mod.ts";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { promote } from "./promote.ts";
import { withPromotionHome } from "./promotion_home_fixture.ts";

const MODEL = ["--model", "energy"];
const REASON = ["--reason", "Better"];

Deno.test("promote moves the alias that it is told, by number, alias or run", async () => {
  await withPromotionHome(async ({ registry }, run) => {
    const [, { runId }] = [await logVersion(registry), await logVersion(registry)];
    const challenger = await run(promote, "1", ...MODEL, ...REASON, "--alias", "challenger");
    assert.match(challenger.text, /\n\nchallenger of energy is now version 1$/);
    await run(promote, "challenger", ...MODEL, ...REASON, "--by", "Ada");
    const { text, json, code } = await run(promote, runId, ...MODEL, ...REASON);
    assert.match(text, /\n\nchampion of energy is now version 2; before, it was version 1$/);
    assert.deepEqual([(json as { moved: boolean }).moved, code], [true, undefined]);
    const { moves } = await readHistory(registry, "energy");
    assert.deepEqual(
      moves.map(({ alias, from, to, by, reason }) => [alias, from, to, by, reason]),
      [
        ["challenger", undefined, "1", "the command line", "Better"],
        ["champion", undefined, "1", "Ada", "Better"],
        ["champion", "1", "2", "the command line", "Better"],
      ],
    );
  });
});

Deno.test("promote refuses by a gate, ends with 1 and changes nothing, unless that is declared", async () => {
  await withPromotionHome(async ({ registry }, run) => {
    await logVersion(registry);
    await run(promote, "1", ...MODEL, ...REASON);
    await logVersion(registry, { figure: 0.375, columns: ["kwh"], scoringMs: 1_600 });
    await logVersion(registry, { figure: 0.375, dataDigest: "0".repeat(64) });
    const before = await getRegisteredModel(registry, "energy");
    const refused = async (version: string, ...options: string[]) => {
      const { json, code } = await run(promote, version, ...MODEL, ...REASON, ...options);
      const { moved, findings } = json as {
        moved: boolean;
        findings: { gate: string; passed: boolean }[];
      };
      assert.deepEqual([moved, code], [false, 1]);
      assert.deepEqual(await getRegisteredModel(registry, "energy"), before);
      return [...new Set(findings.filter(({ passed }) => !passed).map(({ gate }) => gate))];
    };
    assert.deepEqual(await refused("2"), ["latency", "signature", "evaluation"]);
    const margin = ["--margin", "0.125"];
    assert.deepEqual(await refused("2", ...margin), ["latency", "signature"]);
    const change = [...margin, "--allow-signature-change"];
    assert.deepEqual(await refused("2", ...change), ["latency"]);
    assert.deepEqual(await refused("2", ...change, "--max-ms", "1600", "--max-bytes", "1"), [
      "size",
    ]);
    assert.deepEqual(await refused("3", ...margin), ["evaluation"]);
    await run(promote, "2", ...MODEL, ...REASON, ...change, "--max-ms", "1600");
    await run(promote, "3", ...MODEL, ...REASON, "--allow-other-rows", "--allow-signature-change");
    assert.deepEqual((await getRegisteredModel(registry, "energy")).aliases, { champion: "3" });
  });
});

Deno.test("promote wants a reason, and a run that made a version", async () => {
  await withPromotionHome(async ({ registry }, run) => {
    await logVersion(registry);
    await assert.rejects(run(promote, "1", ...MODEL), {
      name: "UsageError",
      message: "Cannot promote: expected --reason with why, got none",
    });
    await assert.rejects(run(promote, "0".repeat(32), ...MODEL, ...REASON), {
      name: "RangeError",
      message: `Cannot promote run ${"0".repeat(32)}: expected one that made a version of "energy"`,
    });
  });
});
