import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { hostile, oddKey, records, withPages, wordsOf } from "./pages_fixture.ts";

Deno.test("/pages/logged-model shows what a model is, how it was measured, and its files", async () => {
  await withPages(async (get) => {
    const { document } = parseHTML((await get(`logged-model?id=${records.loggedModel}`)).text);
    const texts = (selector: string) =>
      Array.from(document.querySelectorAll(selector)).map(wordsOf);
    assert.equal(wordsOf(document.querySelector("h1") ?? { textContent: null }), "forest <b>");
    assert.deepEqual(texts(".facts div"), [
      "Status Ready",
      `Type ${hostile}`,
      "Created 1 Jan 1970, 00:00",
      `Run ${records.run}`,
      `Model ID ${records.loggedModel}`,
      `Artifacts mlflow-artifacts:/1/models/${records.loggedModel}/artifacts`,
    ]);
    assert.deepEqual(
      texts("[aria-labelledby=metrics] tbody td, [aria-labelledby=metrics] tbody th"),
      [
        ...["auc", hostile, "0.8125", "3"],
      ],
    );
    assert.deepEqual(texts("[aria-labelledby=params] tbody td"), [hostile]);
    assert.deepEqual(texts("[aria-labelledby=tags] tbody th"), [oddKey, "mlflow.modelVersions"]);
    assert.deepEqual(texts(".files li"), ["MLmodel 9 B"]);
  });
});

Deno.test("/pages/run and /pages/artifact lead to a logged model and back", async () => {
  await withPages(async (get) => {
    const { document: run } = parseHTML((await get(`run?id=${records.run}`)).text);
    const links = Array.from(run.querySelectorAll("[aria-labelledby=outputs] a"))
      .map((link) => [wordsOf(link), link.getAttribute("href")]);
    assert.deepEqual(links.at(-1), ["forest <b>", `logged-model?id=${records.loggedModel}`]);
    const address = `artifact?model_id=${records.loggedModel}&path=MLmodel`;
    const { document: file } = parseHTML((await get(address)).text);
    assert.equal(file.querySelector("pre")?.textContent.trim(), "flavors:");
    const above = file.querySelectorAll(".trail a")[1];
    assert.equal(above.getAttribute("href"), `logged-model?id=${records.loggedModel}`);
  });
});
