import assert from "node:assert/strict";
import { rawRequest } from "./raw_request_fixture.ts";

Deno.test("rawRequest() sends target, headers and body as they are", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const answer = rawRequest(listener.addr.port, "POST", "/%2e%2e/..;/a?b#c", "ä", ["Host: evil"]);
  const connection = await listener.accept();
  const bytes = new Uint8Array(1000);
  let text = "";
  while (!text.endsWith("ä")) {
    text += new TextDecoder().decode(bytes.subarray(0, await connection.read(bytes) ?? 0));
  }
  await connection.write(new TextEncoder().encode("HTTP/1.1 418 Teapot\r\n\r\nhi"));
  connection.close();
  listener.close();
  assert.equal(
    text,
    "POST /%2e%2e/..;/a?b#c HTTP/1.1\r\nConnection: close\r\nHost: evil\r\nContent-Length: 2\r\n\r\nä",
  );
  assert.deepEqual(await answer, {
    status: 418,
    text: "HTTP/1.1 418 Teapot\r\n\r\nhi",
    body: "hi",
  });
});
