import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { note, tagSection } from "./tag_section.ts";

Deno.test("tagSection() folds the tags of MLflow's clients away from people's", async () => {
  const tags = ["mlflow.user", "team", "mlflowish", "mlflow.note.content"].map((key) => ({
    key,
    value: `${key}!`,
  }));
  const { document } = parseHTML(`<body>${await tagSection(tags)}</body>`);
  const keys = (selector: string) =>
    Array.from(document.querySelectorAll(selector)).map(({ textContent }) => textContent);
  assert.deepEqual(keys("section > .wide tbody th"), ["team", "mlflowish"]);
  assert.deepEqual(keys("details tbody th"), ["mlflow.user"]);
  assert.deepEqual(keys("details tbody td"), ["mlflow.user!"]);
});

Deno.test("note() shows the description as text, and nothing without one", async () => {
  assert.equal(String(await note([{ key: "note", value: "x" }])), "");
  assert.match(
    String(await note([{ key: "mlflow.note.content", value: "a\n<b>" }])),
    />a\n&lt;b&gt;</,
  );
});
