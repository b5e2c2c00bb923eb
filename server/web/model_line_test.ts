import assert from "node:assert/strict";
import { modelLine, servedLine } from "./model_line.ts";

const served = { name: "energy-anomaly", version: "12", threshold: 0.87654 };
const LINK = '<a href="/api/v1/models">energy-anomaly version 12</a>';

Deno.test("modelLine() names the one model that scored and serves, with its threshold", async () => {
  assert.equal(
    String(await modelLine({ model: "energy-anomaly", version: "12" }, served)),
    `<p>Scored by ${LINK}: an hour is anomalous from a score of 0.877.</p>`,
  );
});

Deno.test("modelLine() names the version that scored, and says that another one serves", async () => {
  const text =
    `${LINK} serves by now; the task <code>score</code> scores the stored readings with it.</p>`;
  assert.equal(
    String(await modelLine({ model: "energy-anomaly", version: "9" }, served)),
    `<p>Scored by energy-anomaly version 9. ${text}`,
  );
  assert.equal(
    String(await modelLine({ model: "<rooms>", version: "12" }, served)),
    `<p>Scored by &lt;rooms&gt; version 12. ${text}`,
  );
});

Deno.test("servedLine() says who serves", async () => {
  assert.equal(String(await servedLine(served)), `<p>${LINK} serves.</p>`);
});
