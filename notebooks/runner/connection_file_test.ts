import assert from "node:assert/strict";
import { chooseConnection, writeConnectionFile } from "./connection_file.ts";

Deno.test("chooseConnection() gives five different ports that can be bound", () => {
  const { shell_port, control_port, iopub_port, stdin_port, hb_port, ...rest } = chooseConnection(
    "secret",
  );
  const ports = [shell_port, control_port, iopub_port, stdin_port, hb_port];
  assert.equal(new Set(ports).size, 5);
  for (const port of ports) Deno.listen({ hostname: "127.0.0.1", port }).close();
  assert.deepEqual(rest, {
    transport: "tcp",
    ip: "127.0.0.1",
    key: "secret",
    signature_scheme: "hmac-sha256",
    kernel_name: "deno",
  });
});

Deno.test("writeConnectionFile() lets nobody else read the key and keeps an existing file", async () => {
  const folder = await Deno.makeTempDir();
  const file = `${folder}/kernel.json`;
  await writeConnectionFile(file, chooseConnection("secret"));
  assert.equal((await Deno.stat(file)).mode! & 0o777, 0o600);
  await assert.rejects(
    writeConnectionFile(file, chooseConnection("other")),
    Deno.errors.AlreadyExists,
  );
  assert.equal(JSON.parse(await Deno.readTextFile(file)).key, "secret");
  await Deno.remove(folder, { recursive: true });
});
