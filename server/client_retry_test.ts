import assert from "node:assert/strict";
import { type RetryOptions, sendAgain } from "./client_retry.ts";

function busy(retryAfter: string | null, status = 503): Response {
  const headers = retryAfter === null ? undefined : { "retry-after": retryAfter };
  return new Response("busy", { status, headers });
}

async function send(answers: Response[], options: RetryOptions = {}) {
  const waited: number[] = [];
  const wait = (ms: number) => Promise.resolve(void waited.push(ms));
  let sent = 0;
  const response = await sendAgain(() => Promise.resolve(answers[sent++]), { wait, ...options });
  return { status: response.status, sent, waited };
}

Deno.test("sendAgain() waits as long as it is asked to, after 429 and 503", async () => {
  assert.deepEqual(await send([busy("1"), busy("7", 429), new Response("in")]), {
    status: 200,
    sent: 3,
    waited: [1000, 7000],
  });
});

Deno.test("sendAgain() gives up after three times, or as told", async () => {
  const answers = () => Array.from({ length: 9 }, () => busy("1"));
  assert.deepEqual(await send(answers()), { status: 503, sent: 4, waited: [1000, 1000, 1000] });
  assert.deepEqual(await send(answers(), { retries: 0 }), { status: 503, sent: 1, waited: [] });
});

Deno.test("sendAgain() comes again only where it is asked to, within a minute", async () => {
  for (const answer of [busy(null), busy("soon"), busy("61"), busy("1", 500), busy("1", 404)]) {
    assert.equal((await send([answer])).sent, 1);
  }
});

Deno.test("sendAgain() stops waiting when it is aborted", async () => {
  const abort = new AbortController();
  const reason = new Error("Gone");
  const sending = sendAgain(() => Promise.resolve(busy("50")), {}, abort.signal);
  setTimeout(() => abort.abort(reason), 10);
  await assert.rejects(sending, reason);
});
