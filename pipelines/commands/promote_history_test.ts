import assert from "node:assert/strict";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { promote } from "./promote.ts";
import { promoteHistory } from "./promote_history.ts";
import { withPromotionHome } from "./promotion_home_fixture.ts";

Deno.test("promote history tells the moves, for people and for programs", async () => {
  await withPromotionHome(async ({ registry }, run) => {
    await logVersion(registry);
    await run(promote, "1", "--model", "energy", "--reason", "First", "--by", "Ada");
    const { text, json } = await run(promoteHistory, "--model", "energy");
    const at = text.match(/1970-01-01T00:00:00\.\d{3}Z/)?.[0];
    assert.equal(
      text,
      `
| when                     | alias    | from | to | what      | by  | reason |
| ------------------------ | -------- | ---- | -- | --------- | --- | ------ |
| ${at} | champion | –    | 1  | promotion | Ada | First  |

champion is version 1
`.trim(),
    );
    const move = { kind: "promotion", name: "energy", alias: "champion", to: "1", reason: "First" };
    const moves = [{ ...move, by: "Ada", at, confirmed: true, happened: true }];
    assert.deepEqual(json, { name: "energy", aliases: { champion: "1" }, moves });
  });
});
