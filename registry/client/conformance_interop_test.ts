import { trackingServers } from "../tracking_server_fixture.ts";
import { createClient } from "./client.ts";
import { clientCases } from "./conformance.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";

for (const [name, withServer] of Object.entries(trackingServers)) {
  Deno.test(`the client finds of ${name} what it expects`, async (test) => {
    const home = await Deno.makeTempDir();
    await withServer({ home, python, now: Date.now }, async (baseUrl) => {
      const client = createClient({ baseUrl, retries: 0 });
      for (const [name, check] of Object.entries(clientCases)) {
        await test.step(name, () => check(client));
      }
    });
    await Deno.remove(home, { recursive: true });
  });
}
