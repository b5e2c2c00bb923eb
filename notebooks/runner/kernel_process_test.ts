import assert from "node:assert/strict";
import { KernelDeathError, startKernelProcess } from "./kernel_process.ts";

Deno.test("startKernelProcess() reports the end of the process, and stop() may be repeated", async () => {
  const process = await startKernelProcess(".");
  await Promise.all([process.stop(), process.stop()]);
  await process.stop();
  await assert.rejects(process.gone, (error) => {
    assert.ok(error instanceof KernelDeathError);
    assert.match(error.message, /^Cannot go on as the kernel ended with SIGKILL/);
    return true;
  });
});

Deno.test("startKernelProcess() gives each kernel a key of its own", async () => {
  const processes = await Promise.all([startKernelProcess("."), startKernelProcess(".")]);
  const [one, other] = processes.map(({ connection }) => connection.key);
  assert.notEqual(one, other);
  await Promise.all(processes.map((process) => process.stop()));
});

Deno.test("startKernelProcess() leaves no kernel behind when our process exits", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", PARENT],
    cwd: import.meta.dirname,
    stderr: "inherit",
  }).output();
  const port = Number(new TextDecoder().decode(stdout));
  assert.ok(port > 0);
  while (await listens(port)) await new Promise((resolve) => setTimeout(resolve, 20));
});

async function listens(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return false;
    throw error;
  }
}

/** Exits without stopping its kernel, once the kernel listens. */
const PARENT = `
  import { startKernelProcess } from "./kernel_process.ts";
  const { connection } = await startKernelProcess(".");
  const address = { hostname: "127.0.0.1", port: connection.hb_port };
  while (!await Deno.connect(address).then(() => true, () => false)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(address.port);
  Deno.exit(0);
`;
