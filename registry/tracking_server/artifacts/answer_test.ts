import assert from "node:assert/strict";
import { openFile } from "../../open_file.ts";
import { artifactAnswer } from "./answer.ts";

const leakless = { sanitizeResources: true };

async function answers(use: (ask: (headers: HeadersInit) => Promise<Response>) => Promise<void>) {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, "0123456789");
    await use(async (headers) => {
      return artifactAnswer("page.html", await openFile(path), new Headers(headers));
    });
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("artifactAnswer() is a download of a stated type and length", leakless, async () => {
  await answers(async (ask) => {
    const response = await ask({});
    const { etag, ...headers } = Object.fromEntries(response.headers);
    assert.match(etag, /^"[\da-f]+-a-[\da-f]+"$/);
    assert.deepEqual(headers, {
      "accept-ranges": "bytes",
      "content-disposition": "attachment; filename=page.html",
      "content-length": "10",
      "content-type": "text/html",
      "x-content-type-options": "nosniff",
    });
    assert.equal(await response.text(), "0123456789");
  });
});

Deno.test("artifactAnswer() sends the part that is asked for", leakless, async () => {
  await answers(async (ask) => {
    const response = await ask({ range: "bytes=2-4" });
    assert.equal(response.status, 206);
    assert.equal(response.headers.get("content-range"), "bytes 2-4/10");
    assert.equal(response.headers.get("content-length"), "3");
    assert.equal(await response.text(), "234");
    const none = await ask({ range: "bytes=10-" });
    assert.deepEqual([none.status, none.headers.get("content-range")], [416, "bytes */10"]);
  });
});

Deno.test("artifactAnswer() goes on only in the file that was begun", leakless, async () => {
  await answers(async (ask) => {
    const whole = await ask({});
    await whole.body?.cancel();
    const tag = whole.headers.get("etag") ?? "";
    const same = await ask({ range: "bytes=8-", "if-range": tag });
    assert.deepEqual([same.status, await same.text()], [206, "89"]);
    for (const other of ['"other"', `W/${tag}`, "Sat, 28 Nov 2026 09:00:00 GMT"]) {
      const response = await ask({ range: "bytes=8-", "if-range": other });
      assert.deepEqual([response.status, await response.text()], [200, "0123456789"], other);
    }
  });
});

Deno.test("artifactAnswer() does not send again what is known", leakless, async () => {
  await answers(async (ask) => {
    const whole = await ask({});
    await whole.body?.cancel();
    const tag = whole.headers.get("etag") ?? "";
    for (const known of [tag, `"other", W/${tag}`, "*"]) {
      const response = await ask({ "if-none-match": known });
      assert.deepEqual([response.status, response.body], [304, null], known);
    }
    const unknown = await ask({ "if-none-match": '"other"' });
    assert.equal(await unknown.text(), "0123456789");
  });
});
