import assert from "node:assert/strict";
import { withDatabase } from "../records/records_fixture.ts";
import type { Comparison } from "./comparison.ts";
import { pageToken } from "./page_token.ts";
import { searchPage } from "./search_page.ts";

const rows = {
  select: {
    text: "SELECT t.key FROM tags t WHERE t.run_id = ? AND t.key != ?",
    values: ["r", "hidden"],
  },
  grammar: { attributes: { key: "t.key", value: "t.value" }, entities: {} },
  by: { text: "t.value = ?, t.key", values: ["3"] },
} as const;

Deno.test("searchPage() filters, orders and pages what is selected, and nothing else", () => {
  withDatabase((database) => {
    for (const [key, value] of [["a", "3"], ["b", "2"], ["c", "2"], ["d", "1"], ["hidden", "2"]]) {
      database.run("INSERT INTO tags VALUES ('r', ?, ?)", key, value);
    }
    const found = (where: readonly Comparison[], size: number, token?: string) => {
      const search = { ...rows, where };
      const { items, nextPageToken } = searchPage<{ key: string }>(database, search, {
        size,
        token,
      });
      return [items.map(({ key }) => key).join(""), nextPageToken];
    };
    const next = pageToken(2);
    const value = { type: "attribute", key: "value", comparator: "=", value: "2" } as const;
    const key = { type: "attribute", key: "key", comparator: "!=", value: "b" } as const;
    assert.deepEqual(found([], 2), ["bc", next]);
    assert.deepEqual(found([], 2, next), ["da", undefined]);
    assert.deepEqual(found([value, key], 2), ["c", undefined]);
    assert.throws(() => found([], 2, "oops"), { errorCode: "INVALID_PARAMETER_VALUE" });
  });
});
