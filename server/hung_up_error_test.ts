import assert from "node:assert/strict";
import { mlflowError } from "./error_shapes/mlflow_error.ts";
import { HungUpError, isCutBody } from "./hung_up_error.ts";

Deno.test("HungUpError is written like any refusal, should anything between still read it", async () => {
  const response = await mlflowError.write(new HungUpError(), "r1");
  assert.deepEqual([response.status, await response.json()], [499, {
    error_code: "BAD_REQUEST",
    message: "Cannot answer as the sender hung up",
  }]);
});

Deno.test("isCutBody() knows what Deno throws for a body that stops short", async () => {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    read.resolve(await request.text().catch((error) => error));
    return new Response();
  });
  const read = Promise.withResolvers<unknown>();
  const sender = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
  await sender.write(
    new TextEncoder().encode("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nhell"),
  );
  sender.close();
  assert.ok(isCutBody(await read.promise));
  await server.shutdown();
});
