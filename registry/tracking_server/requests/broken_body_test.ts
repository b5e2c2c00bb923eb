import assert from "node:assert/strict";
import { isBrokenBody } from "./broken_body.ts";

Deno.test("isBrokenBody() knows a body that broke off, read whole or as a stream", async () => {
  for (const asStream of [false, true]) {
    const error = Promise.withResolvers<unknown>();
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      async (request) => {
        try {
          await (asStream ? Array.fromAsync(request.body ?? []) : request.text());
        } catch (caught) {
          error.resolve(caught);
        }
        return new Response();
      },
    );
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
    const head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf";
    await connection.write(new TextEncoder().encode(head));
    connection.close();
    assert.equal(isBrokenBody(await error.promise), true);
  }
});
