import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { withTracking } from "../tracking_fixture.ts";
import { pageHref } from "./links.ts";
import { hostile, oddKey, records, withPages, wordsOf } from "./pages_fixture.ts";

function tableOf(text: string) {
  const { document } = parseHTML(text);
  const texts = (selector: string) => Array.from(document.querySelectorAll(selector)).map(wordsOf);
  const rows = Array.from(document.querySelectorAll("form.runs tbody tr"));
  return {
    heads: texts("form.runs thead th"),
    rows: rows.map((row) => Array.from(row.querySelectorAll("th, td")).map(wordsOf)),
    error: document.querySelector("#filter-error")?.textContent,
    document,
  };
}

Deno.test("/pages/experiment shows the values of its runs in the columns of their keys", async () => {
  await withPages(async (get) => {
    const { text } = await get(`experiment?id=${records.experiment}`);
    const { heads, rows, document } = tableOf(text);
    assert.deepEqual(heads, [
      ...["Compare", "Run", "Status", "Started", "Duration"],
      ...[oddKey, "auc"],
      ...[oddKey, "depth", "seed"],
    ]);
    assert.deepEqual(rows, [
      [
        ...["", hostile, "Finished", "31 Mar 2024, 23:59", "2 min 30 s"],
        ...["−2.500", "0.8125"],
        ...[hostile, "4", ""],
      ],
      [
        ...["", "other", "Running", "1 Jan 1970, 00:00", ""],
        ...["", "0.5000"],
        ...["", "6", "1"],
      ],
    ]);
    assert.equal(document.querySelector(".note")?.textContent, hostile);
  });
});

Deno.test("/pages/experiment filters, orders, and shows the columns that are asked for", async () => {
  await withPages(async (get) => {
    const shown = async (query: Parameters<typeof pageHref>[1]) => {
      const { text } = await get(pageHref("experiment", { id: records.experiment, ...query }));
      const { heads, rows } = tableOf(text);
      return { heads: heads.slice(5), names: rows.map((row) => row[1]) };
    };
    assert.deepEqual(await shown({ filter: "metrics.auc < 0.6", columns: ["params.seed"] }), {
      heads: ["seed"],
      names: ["other"],
    });
    assert.deepEqual(await shown({ order: "metrics.`auc` ASC", columns: ["none"] }), {
      heads: [],
      names: ["other", hostile],
    });
    assert.deepEqual((await shown({ view: "DELETED_ONLY" })).names, ["gone deleted"]);
  });
});

Deno.test("/pages/experiment says where the filter stands what is wrong with it", async () => {
  await withPages(async (get) => {
    const id = records.experiment;
    for (
      const [query, error] of [
        [{ filter: "metrics.auc > 'a'" }, "Expected numeric value type for metric. Found 'a'"],
        [{ order: "metrics.auc UP" }, "Invalid ordering key in order_by clause 'metrics.auc UP'."],
      ] as const
    ) {
      const { response, text } = await get(pageHref("experiment", { id, ...query }));
      assert.equal(response.status, 400);
      const table = tableOf(text);
      assert.equal(table.error, error);
      assert.deepEqual(table.rows, []);
    }
  });
});

Deno.test("/pages/experiment keeps filter, order and columns from page to page", async () => {
  await withTracking(async (send, app) => {
    for (let i = 0; i < 51; i++) {
      await send("POST", "runs/create", { run_name: `run-${i}`, start_time: i });
    }
    const query = {
      id: "0",
      filter: "status = 'RUNNING'",
      view: "ALL",
      columns: ["params.a"],
      order: "attributes.start_time ASC",
    };
    const read = async (href: string) =>
      tableOf(await (await app.request(`/pages/${href}`)).text());
    const first = await read(pageHref("experiment", query));
    assert.deepEqual([first.rows.length, first.rows[0][1]], [50, "run-0"]);
    const next = first.document.querySelector("[rel=next]")?.getAttribute("href") ?? "";
    assert.equal(next, pageHref("experiment", { ...query, page: 2 }));
    const last = await read(next);
    assert.deepEqual(last.rows.map((row) => row[1]), ["run-50"]);
    assert.deepEqual(last.heads.slice(5), ["a"]);
    assert.equal(last.document.querySelector("[rel=next]"), null);
    const previous = last.document.querySelector("[rel=prev]")?.getAttribute("href");
    assert.equal(previous, pageHref("experiment", { ...query, page: 1 }));
  });
});
