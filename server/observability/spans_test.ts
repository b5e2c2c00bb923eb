import assert from "node:assert/strict";
import { measureParts, runPart, watchRows } from "./spans.ts";

Deno.test("measureParts() adds up parts that run again, failed ones too", async () => {
  let clock = 0;
  await measureParts(() => clock, async (times) => {
    await runPart("features", () => clock += 3);
    await runPart("features", () => Promise.resolve(clock += 4));
    const failure = new RangeError("No");
    await assert.rejects(
      runPart("run", () => {
        clock += 2;
        throw failure;
      }),
      failure,
    );
    assert.deepEqual(times, { features: 7, run: 2 });
  });
});

Deno.test("measureParts() keeps requests that run at the same time apart", async () => {
  let clock = 0;
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const first = measureParts(() => clock, async (times) => {
    await runPart("decode", () => opened);
    return { ...times };
  });
  const second = await measureParts(() => clock, async (times) => {
    await runPart("decode", () => clock += 5);
    return { ...times };
  });
  clock += 10;
  open();
  assert.deepEqual([await first, second], [{ decode: 15 }, { decode: 5 }]);
});

Deno.test("watchRows() counts for the request whose rows they are, whoever runs them", async () => {
  let clock = 0;
  const queued = measureParts(() => clock, (times) => ({ times, rows: watchRows() }));
  clock += 2;
  await measureParts(() => clock, (times) => {
    queued.rows.started();
    clock += 5;
    queued.rows.ended();
    assert.deepEqual(times, {});
  });
  assert.deepEqual(queued.times, { queue: 2, run: 5 });
});

Deno.test("runPart() and watchRows() make spans where Deno is asked for traces", async () => {
  const program = `
    const { runPart, watchRows } = await import(${
    JSON.stringify(import.meta.resolve("./spans.ts"))
  });
    await runPart("features", () => {
      const rows = watchRows();
      rows.started();
      rows.ended();
    });`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", program],
    env: { OTEL_DENO: "true", OTEL_EXPORTER_OTLP_PROTOCOL: "console", NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  const spans = [...text.matchAll(/^SPAN (\S+) \[([0-9a-f]+)\/([0-9a-f]+)\]/gm)];
  assert.deepEqual(spans.map(([, name]) => name), ["queue", "run", "features"]);
  assert.equal(new Set(spans.map(([, , traceId]) => traceId)).size, 1);
});
