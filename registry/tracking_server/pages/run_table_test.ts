import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import type { RunRecord } from "../records/runs.ts";
import { wordsOf } from "./pages_fixture.ts";
import { runTable } from "./run_table.ts";

const run: RunRecord = {
  info: {
    run_id: "r1",
    run_uuid: "r1",
    run_name: "<b>bold</b>",
    experiment_id: "0",
    user_id: "",
    status: "FAILED",
    start_time: Date.UTC(2024, 0, 2, 3, 4),
    end_time: Date.UTC(2024, 0, 2, 3, 5, 30),
    artifact_uri: "",
    lifecycle_stage: "deleted",
  },
  data: {
    metrics: [{ key: "auc", value: 0.123456789, timestamp: 0, step: 0 }],
    params: [{ key: "note", value: "x".repeat(81) }],
  },
  inputs: {},
  outputs: {},
};
const columns = [
  { kind: "metrics", key: "auc" },
  { kind: "params", key: "note" },
  { kind: "metrics", key: "absent" },
] as const;

async function table(order: string, runs: readonly RunRecord[] = [run]) {
  const markup = await runTable({ runs, columns, order, orderHref: (clause) => `?${clause}` });
  return parseHTML(`<body>${markup}</body>`).document;
}

Deno.test("runTable() shows a run's facts and values under their headings", async () => {
  const document = await table("");
  const texts = (selector: string) => Array.from(document.querySelectorAll(selector)).map(wordsOf);
  assert.deepEqual(texts("thead th"), [
    "Compare",
    "Run",
    "Status",
    "Started",
    "Duration",
    "auc",
    "note",
    "absent",
  ]);
  assert.deepEqual(texts("tbody th, tbody td"), [
    "",
    "<b>bold</b> deleted",
    "Failed",
    "2 Jan 2024, 03:04",
    "1 min 30 s",
    "0.1235",
    `${"x".repeat(80)}…`,
    "",
  ]);
  assert.equal(document.querySelector("tbody a")?.getAttribute("href"), "run?id=r1");
  const box = document.querySelector("input");
  assert.deepEqual(
    ["name", "value", "aria-label"].map((name) => box?.getAttribute(name)),
    ["run", "r1", "Compare <b>bold</b>"],
  );
});

Deno.test("runTable() leads to the other order of the column that it is ordered by", async () => {
  const hrefs = async (order: string) => {
    const document = await table(order);
    return {
      run: document.querySelector("thead .name a")?.getAttribute("href"),
      auc: document.querySelector("thead .number a")?.getAttribute("href"),
      sorted: Array.from(document.querySelectorAll("[aria-sort]")).map((heading) => [
        heading.textContent,
        heading.getAttribute("aria-sort"),
      ]),
    };
  };
  assert.deepEqual(await hrefs(""), {
    run: "?attributes.run_name ASC",
    auc: "?metrics.`auc` DESC",
    sorted: [],
  });
  assert.deepEqual(await hrefs("metrics.auc DESC"), {
    run: "?attributes.run_name ASC",
    auc: "?metrics.`auc` ASC",
    sorted: [["auc", "descending"]],
  });
  assert.deepEqual(await hrefs("run_name"), {
    run: "?attributes.run_name DESC",
    auc: "?metrics.`auc` DESC",
    sorted: [["Run", "ascending"]],
  });
  assert.deepEqual((await hrefs("nonsense of a clause")).sorted, []);
});
