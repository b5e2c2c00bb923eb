import assert from "node:assert/strict";
import { idleLimit } from "./idle_limit.ts";

const limit = 150;
const stall = {
  name: "TimeoutError",
  message: `Cannot go on with a transfer as it must not stand still for ${limit} ms`,
};

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A body whose chunks come `gap` apart, and of which none comes after the last. */
function body(chunks: number, gap: number, end: "close" | "hang" = "close") {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (chunks-- > 0) {
        await pause(gap);
        controller.enqueue(new Uint8Array([1]));
      } else if (end === "close") controller.close();
      else await new Promise(() => {});
    },
  }, { highWaterMark: 0 });
}

for (const way of ["sent", "received"] as const) {
  Deno.test(`${way}() lets a steady body take longer than the limit`, async () => {
    using idle = idleLimit(limit);
    const bytes = await new Response(idle[way](body(6, limit / 3))).bytes();
    assert.equal(bytes.length, 6);
    assert.equal(idle.signal.aborted, false);
  });

  Deno.test(`${way}() ends a body that stops coming`, async () => {
    using idle = idleLimit(limit);
    await assert.rejects(new Response(idle[way](body(1, 0, "hang"))).bytes(), stall);
    assert.equal(idle.signal.aborted, true);
  });

  Deno.test(`${way}() passes on that its source failed`, async () => {
    using idle = idleLimit(limit);
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        controller.error(new RangeError("Lost"));
      },
    });
    await assert.rejects(new Response(idle[way](broken)).bytes(), { message: "Lost" });
  });
}

Deno.test("received() does not hurry who reads it", async () => {
  using idle = idleLimit(limit);
  const reader = idle.received(body(2, 0)).getReader();
  for (let i = 0; i < 2; i++) {
    assert.equal((await reader.read()).done, false);
    await pause(2 * limit);
  }
  assert.equal((await reader.read()).done, true);
});

Deno.test("sent() ends a body that nobody takes", async () => {
  using idle = idleLimit(limit);
  const reader = idle.sent(body(2, 0)).getReader();
  await reader.read();
  await pause(2 * limit);
  await assert.rejects(reader.read(), stall);
});

Deno.test("received() passes on that nobody wants the rest", async () => {
  using idle = idleLimit(limit);
  let cancelled = "";
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    cancel(reason) {
      cancelled = reason;
    },
  });
  await idle.received(source).cancel("enough");
  assert.equal(cancelled, "enough");
});

Deno.test("idleLimit() without a limit starts no clock", async () => {
  using idle = idleLimit(false);
  assert.equal((await new Response(idle.sent(body(1, 0))).bytes()).length, 1);
  assert.equal(idle.signal.aborted, false);
});
