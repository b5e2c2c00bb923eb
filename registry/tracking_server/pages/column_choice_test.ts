import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { columnChoice } from "./column_choice.ts";

Deno.test("columnChoice() offers each column once in its group, ticked where it is shown", async () => {
  const offered = [
    { kind: "metrics", key: "auc" },
    { kind: "metrics", key: '"><script>' },
    { kind: "params", key: "auc" },
  ] as const;
  const markup = await columnChoice(offered, new Set(["params.auc"]));
  const { document } = parseHTML(`<body>${markup}</body>`);
  const boxes = Array.from(document.querySelectorAll("input[type=checkbox]")).map((box) => [
    box.closest("fieldset")?.querySelector("legend")?.textContent,
    box.getAttribute("value"),
    box.hasAttribute("checked"),
  ]);
  assert.deepEqual(boxes, [
    ["Metrics", "metrics.auc", false],
    ["Metrics", 'metrics."><script>', false],
    ["Parameters", "params.auc", true],
  ]);
  assert.equal(document.querySelector("input[type=hidden]")?.getAttribute("value"), "none");
});

Deno.test("columnChoice() is silent where there is nothing to choose", async () => {
  assert.equal(String(await columnChoice([], new Set())), "");
});
