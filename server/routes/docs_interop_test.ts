/** The commands of the page, by the shell and curl that are there. */
import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("every command of GET /docs is answered with success", async (test) => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => app.fetch(request),
  );
  const page = await (await fetch(`http://127.0.0.1:${server.addr.port}/docs`)).text();
  const commands = [...parseHTML(page).document.querySelectorAll("pre")];
  assert.ok(commands.length > 10, `${commands.length} commands`);
  for (const { textContent: command } of commands) {
    await test.step(command.split("\n")[0], async () => {
      const { code, stderr } = await new Deno.Command("sh", {
        args: ["-c", command.replace(/^curl /, "curl --fail --silent --show-error ")],
        stdout: "piped",
        stderr: "piped",
      }).output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
    });
  }
  assert.deepEqual(deps.failures, []);
});
