import assert from "node:assert/strict";
import { getRegisteredModel, readHistory } from "../../registry/mod.ts";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { promote } from "./promote.ts";
import { promoteRollback } from "./promote_rollback.ts";
import { withPromotionHome } from "./promotion_home_fixture.ts";

const MODEL = ["--model", "energy"];

Deno.test("promote rollback goes back and says why", async () => {
  await withPromotionHome(async ({ registry }, run) => {
    for (const version of ["1", "2", "3"]) {
      await logVersion(registry);
      await run(promote, version, ...MODEL, "--reason", "Newer");
    }
    const { text } = await run(promoteRollback, ...MODEL, "--reason", "Too many alerts");
    assert.match(text, /\n\nchampion of energy is now version 2; before, it was version 3$/);
    await run(promoteRollback, ...MODEL, "--by", "Ada");
    assert.deepEqual((await getRegisteredModel(registry, "energy")).aliases, { champion: "1" });
    const { moves } = await readHistory(registry, "energy");
    assert.deepEqual(
      moves.slice(3).map(({ kind, from, to, by, reason }) => [kind, from, to, by, reason]),
      [
        ["rollback", "3", "2", "the command line", "Too many alerts"],
        ["rollback", "2", "1", "Ada", "back to the version before"],
      ],
    );
    await assert.rejects(run(promoteRollback, ...MODEL), { name: "RangeError" });
  });
});
