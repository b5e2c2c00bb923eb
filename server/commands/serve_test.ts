import assert from "node:assert/strict";
import { withTrainedHome } from "../../pipelines/trained_home_fixture.ts";

const MAIN = new URL("../main.ts", import.meta.url).pathname;

Deno.test("deno task serve answers for the champion and stops on SIGTERM with 0", async () => {
  await withTrainedHome({}, async ({ context, training }) => {
    const permissions = ["read", "write", "env", "ffi", "sys", "net"];
    const server = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        ...permissions.map((kind) => `--allow-${kind}`),
        MAIN,
        "serve",
        "--dataset",
        training.ingested.manifest.dataset,
      ],
      env: { WATTBOOK_HOME: context.config.home, WATTBOOK_PORT: "0" },
      stdout: "null",
      stderr: "piped",
    }).spawn();
    let told = "";
    let url: string | undefined;
    for await (const text of server.stderr.pipeThrough(new TextDecoderStream())) {
      told += text;
      url ??= /version 1 on (http:\/\/127\.0\.0\.1:\d+)/.exec(told)?.[1];
      if (url === undefined) continue;
      const models = await (await fetch(`${url}/api/v1/models`)).json();
      assert.match(JSON.stringify(models), /"name":"energy-anomaly","version":"1"/);
      server.kill("SIGTERM");
      break;
    }
    assert.ok(url !== undefined, told);
    assert.equal((await server.status).code, 0);
  });
});
