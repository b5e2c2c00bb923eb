import assert from "node:assert/strict";
import type { Comparison } from "../../registry/mod.ts";
import { logComparedVersions } from "../../registry/promotion/compared_versions_fixture.ts";
import { promoteCompare } from "./promote_compare.ts";
import { withPromotionHome } from "./promotion_home_fixture.ts";

const MODEL = ["--model", "energy"];

Deno.test("promote compare shows the same in each format", async () => {
  await withPromotionHome(async ({ registry }, run) => {
    const [, second] = await logComparedVersions(registry);
    const compare = async (...format: string[]) =>
      await run(promoteCompare, "champion", second, ...MODEL, ...format);
    const { text, json } = await compare();
    assert.ok(text.startsWith("# energy: version 1 and version 2\n"));
    assert.match(text, /^\| ensemble\.event_f1 +\| 0\.5 \| 0\.375 \| -0\.125 \|$/m);
    const { metrics, meters } = json as Comparison;
    const f1 = { name: "ensemble.event_f1", a: 0.5, b: 0.375, difference: -0.125 };
    assert.deepEqual(metrics[0], f1);
    assert.deepEqual(meters.map(({ meter }) => meter), ["a", "b"]);
    assert.deepEqual(JSON.parse((await compare("--format", "json")).text).metrics[0], f1);
    const page = (await compare("--format", "html")).text;
    assert.ok(page.startsWith("<!doctype html>"));
    assert.ok(page.includes('<td class="number">-0.125</td>'));
    await assert.rejects(compare("--format", "pdf"), {
      name: "UsageError",
      message: 'Cannot read --format: expected markdown, json, html, got "pdf"',
    });
  });
});
