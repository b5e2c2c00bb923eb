import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { hostile, records, withPages, wordsOf } from "./pages_fixture.ts";

Deno.test("/pages/artifact shows text as text, whatever its type", async () => {
  await withPages(async (get) => {
    const { text } = await get(`artifact?run_id=${records.run}&path=report.html`);
    const { document } = parseHTML(text);
    assert.equal(document.querySelector("pre")?.textContent.trim(), `<h1>Report</h1>${hostile}`);
    assert.equal(document.querySelectorAll("h1").length, 1);
    const download = document.querySelector("main p a")?.getAttribute("href");
    assert.equal(download, `../get-artifact?run_id=${records.run}&path=report.html`);
  });
});

Deno.test("/pages/artifact shows pictures as pictures, in which no script runs", async () => {
  await withPages(async (get, app) => {
    const { text } = await get(`artifact?run_id=${records.run}&path=plots/load.svg`);
    const image = parseHTML(text).document.querySelector("img");
    assert.equal(image?.getAttribute("alt"), "load.svg");
    const source = new URL(image?.getAttribute("src") ?? "", "http://localhost/pages/artifact");
    const file = await app.request(source.href);
    assert.equal(file.headers.get("content-type"), "image/svg+xml");
    assert.match(file.headers.get("content-disposition") ?? "", /^attachment/);
    await file.body?.cancel();
  });
});

Deno.test("/pages/artifact tells what is neither text nor picture, and cuts a long text", async () => {
  await withPages(async (get, app) => {
    const { text: binary } = await get(`artifact?run_id=${records.run}&path=model.onnx`);
    assert.match(binary, /This file is neither text nor a picture/);
    const path = `${records.experiment}/${records.run}/artifacts/long.log`;
    const put = { method: "PUT", body: "é".repeat(200_000) };
    await app.request(`/api/2.0/mlflow-artifacts/artifacts/${path}`, put);
    const { text } = await get(`artifact?run_id=${records.run}&path=long.log`);
    const { document } = parseHTML(text);
    assert.equal(document.querySelector("pre")?.textContent.trim().length, 131_072);
    assert.match(text, /400 kB/);
    assert.match(text, /The first 262 kB of it/);
  });
});

Deno.test("/pages/artifact lists a directory, with the way down to it", async () => {
  await withPages(async (get) => {
    const { text } = await get(`artifact?run_id=${records.run}&path=plots%2Fdeep`);
    const { document } = parseHTML(text);
    const steps = Array.from(document.querySelectorAll(".trail a")).map((link) => [
      wordsOf(link),
      link.getAttribute("href"),
    ]);
    assert.deepEqual(steps, [
      ["Experiment 1", "experiment?id=1"],
      [hostile, `run?id=${records.run}`],
      ["plots", `artifact?run_id=${records.run}&path=plots`],
    ]);
    assert.deepEqual(Array.from(document.querySelectorAll(".files a")).map(wordsOf)[0], "x.json");
  });
});
