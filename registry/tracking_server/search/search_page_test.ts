import assert from "node:assert/strict";
import { withDatabase } from "../records/records_fixture.ts";
import { searchPage } from "./search_page.ts";

const rows = {
  select: {
    text: "SELECT t.key FROM tags t WHERE t.run_id = ? AND t.key != ?",
    values: ["r", "hidden"],
  },
  grammar: {
    attributeNames: ["attribute"],
    attributes: {
      key: { type: "text", value: "t.key" },
      value: { type: "text", value: "t.value" },
    },
    entities: {},
  },
  by: { text: "t.value = ?, t.key", values: ["3"] },
  pages: { preset: 2, most: 3 },
} as const;

Deno.test("searchPage() filters, orders and pages what is selected, and nothing else", () => {
  withDatabase((database) => {
    for (const [key, value] of [["a", "3"], ["b", "2"], ["c", "2"], ["d", "1"], ["hidden", "2"]]) {
      database.run("INSERT INTO tags VALUES ('r', ?, ?)", key, value);
    }
    const found = (search: object) => {
      const { items, nextPageToken } = searchPage<{ key: string }>(database, rows, search);
      return [items.map(({ key }) => key).join(""), nextPageToken];
    };
    const next = btoa('{"offset":2}');
    assert.deepEqual(found({}), ["bc", next]);
    assert.deepEqual(found({ page_token: next }), ["da", undefined]);
    assert.deepEqual(found({ filter: "value = '2' AND key != 'b'" }), ["c", undefined]);
    assert.deepEqual(found({ filter: "", max_results: 3 })[0], "bcd");
    for (
      const wrong of [
        { filter: "oops" },
        { max_results: 4 },
        { page_token: "oops" },
      ]
    ) {
      assert.throws(() => found(wrong), { errorCode: "INVALID_PARAMETER_VALUE" });
    }
  });
});
