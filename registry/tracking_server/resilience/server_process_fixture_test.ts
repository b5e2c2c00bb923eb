import assert from "node:assert/strict";
import { startServer } from "./server_process_fixture.ts";

Deno.test("startServer() serves a store until it is killed", async () => {
  const home = await Deno.makeTempDir();
  const server = await startServer(home);
  assert.equal(await (await fetch(`${server.url}/version`)).text(), "3.11.1");
  await server.kill();
  await assert.rejects(fetch(`${server.url}/version`), TypeError);
  await server[Symbol.asyncDispose]();
  await Deno.remove(home, { recursive: true });
});
