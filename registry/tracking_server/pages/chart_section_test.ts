import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { writeMetrics } from "../records/metrics.ts";
import { openTrackingStore } from "../store.ts";
import { chartSection } from "./chart_section.ts";

Deno.test("chartSection() shows twelve charts at a time and leads to the others", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  store.database.run(`INSERT INTO runs VALUES ('r', 'n', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
  const keys = Array.from({ length: 14 }, (_, i) => `m${i + 10}`);
  const steps = keys.flatMap((key) =>
    [0, 1].map((step) => ({ key, value: step, step, timestamp: 0 }))
  );
  writeMetrics(store.database, "r", steps);
  const shownOn = async (page: number) => {
    const charts = { page, at: ["run", { id: "r" }] } as const;
    const markup = await chartSection(store, [{ runId: "r", label: "" }], charts);
    const { document } = parseHTML(`<body>${markup}</body>`);
    return {
      names: Array.from(document.querySelectorAll("figcaption")).map((name) => name.textContent),
      links: Array.from(document.querySelectorAll("a")).map((link) => link.getAttribute("href")),
    };
  };
  assert.deepEqual(await shownOn(1), {
    names: keys.slice(0, 12),
    links: ["run?id=r&charts=2#charts"],
  });
  assert.deepEqual(await shownOn(2), {
    names: keys.slice(12),
    links: ["run?id=r&charts=1#charts"],
  });
});
