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

for (
  const [how, end, expected] of [
    ["our process exits", "Deno.exit(7)", 7],
    ["SIGINT ends us", "Deno.kill(Deno.pid, 'SIGINT')", 130],
    ["SIGTERM ends us", "Deno.kill(Deno.pid, 'SIGTERM')", 143],
    ["SIGHUP ends us", "Deno.kill(Deno.pid, 'SIGHUP')", 129],
  ] as const
) {
  Deno.test(`startKernelProcess() leaves no kernel and no folder behind when ${how}`, async () => {
    const folder = await Deno.makeTempDir();
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", `${PARENT}\n${end};`],
      cwd: import.meta.dirname,
      env: { TMPDIR: folder },
      stderr: "null",
    }).output();
    assert.equal(code, expected);
    const port = Number(new TextDecoder().decode(stdout));
    assert.ok(port > 0);
    while (await listens(port)) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([...Deno.readDirSync(folder)], []);
    await Deno.remove(folder);
  });
}

Deno.test("startKernelProcess() leaves no folder behind when the kernel cannot be started", async () => {
  const folder = await Deno.makeTempDir();
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      `import { startKernelProcess } from "./kernel_process.ts";
       await startKernelProcess("/nowhere").catch(({ name }) => console.log(name));`,
    ],
    cwd: import.meta.dirname,
    env: { TMPDIR: folder },
  }).output();
  assert.equal(new TextDecoder().decode(stdout), "NotFound\n");
  assert.deepEqual([...Deno.readDirSync(folder)], []);
  await Deno.remove(folder);
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

/** Starts a kernel and waits until it listens; does not stop it. */
const PARENT = `
  import { startKernelProcess } from "./kernel_process.ts";
  const { connection } = await startKernelProcess(".");
  const address = { hostname: "127.0.0.1", port: connection.hb_port };
  while (!await Deno.connect(address).then(() => true, () => false)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(address.port);
  setTimeout(() => {}, 60_000);
`;
