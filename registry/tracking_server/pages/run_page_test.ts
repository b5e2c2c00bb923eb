import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { withTracking } from "../tracking_fixture.ts";
import { nthId } from "../tracking_fixture.ts";
import { hostile, oddKey, records, withPages, wordsOf } from "./pages_fixture.ts";

function sectionsOf(text: string) {
  const { document } = parseHTML(text);
  const rows = (id: string) =>
    Array.from(document.querySelectorAll(`section[aria-labelledby=${id}] tbody tr`)).map((row) =>
      Array.from(row.querySelectorAll("th, td")).map(wordsOf)
    );
  const texts = (selector: string) => Array.from(document.querySelectorAll(selector)).map(wordsOf);
  return { document, rows, texts };
}

Deno.test("/pages/run shows all that a run logged", async () => {
  await withPages(async (get) => {
    const { document, rows, texts } = sectionsOf((await get(`run?id=${records.run}`)).text);
    assert.equal(document.querySelector("h1")?.textContent.trim(), hostile);
    assert.deepEqual(texts(".facts div"), [
      "Status Finished",
      "Started 31 Mar 2024, 23:59",
      "Duration 2 min 30 s",
      `User ${hostile}`,
      `Run ID ${records.run}`,
      `Artifacts mlflow-artifacts:/${records.experiment}/${records.run}/artifacts`,
    ]);
    assert.deepEqual(rows("metrics"), [[oddKey, "−2.5", "0"], ["auc", "0.8125", "3"]]);
    assert.deepEqual(rows("params"), [[oddKey, hostile], ["depth", "4"]]);
    assert.deepEqual(rows("inputs"), [[hostile, "d1", hostile, hostile]]);
    assert.deepEqual(texts("[aria-labelledby=inputs] li"), [`Logged model ${hostile}`]);
    assert.deepEqual(texts("[aria-labelledby=outputs] li"), [
      `${records.model} version 1`,
      `Logged model ${hostile} at step 3`,
      "Logged model forest <b> at step 5",
    ]);
    assert.deepEqual(rows("tags").map(([key]) => key), [oddKey, "mlflow.runName", "mlflow.user"]);
    assert.ok(texts("[aria-labelledby=files] li").some((text) => text.startsWith("report.html")));
  });
});

Deno.test("/pages/run draws a chart of each metric with a history, with gaps at NaN", async () => {
  await withPages(async (get) => {
    const { document } = sectionsOf((await get(`run?id=${records.run}`)).text);
    const charts = Array.from(document.querySelectorAll("figure"));
    assert.deepEqual(charts.map((chart) => chart.querySelector("figcaption")?.textContent), [
      "auc",
    ]);
    // Steps 0 to 3, values 0.5, NaN, 0.75, 0.8125 on an axis from 0.5 to 0.9, labels of 3 digits.
    const d = charts[0].querySelector(".line-0 path")?.getAttribute("d");
    assert.equal(d, "M29,152h0M221.7,63.3L318,41.1");
  });
});

Deno.test("/pages/run cuts many charts into pages", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    await send("POST", "runs/log-batch", {
      run_id: nthId(1),
      metrics: Array.from({ length: 26 }, (_, i) => ({
        key: `m${String(i >> 1).padStart(2, "0")}`,
        value: i,
        step: i % 2,
        timestamp: 0,
      })),
    });
    const read = async (address: string) => {
      const { texts, document } = sectionsOf(await (await app.request(`/pages/${address}`)).text());
      const next = document.querySelector("[rel=next]")?.getAttribute("href");
      return { names: texts("figcaption"), next };
    };
    const first = await read(`run?id=${nthId(1)}`);
    assert.equal(first.names.length, 12);
    assert.equal(first.next, `run?id=${nthId(1)}&charts=2#charts`);
    assert.deepEqual(await read(first.next), { names: ["m12"], next: undefined });
  });
});

Deno.test("/pages/run shows the rest of a run whose files are kept elsewhere", async () => {
  await withTracking(async (send, app) => {
    const location = { name: "elsewhere", artifact_location: "s3://bucket/path" };
    const { json } = await send<{ experiment_id: string }>("POST", "experiments/create", location);
    await send("POST", "runs/create", { ...json, run_name: "far" });
    const response = await app.request(`/pages/run?id=${nthId(1)}`);
    assert.equal(response.status, 200);
    const { texts } = sectionsOf(await response.text());
    assert.match(texts("[aria-labelledby=files] p")[0], /Cannot reach artifacts: expected a URI/);
  });
});
