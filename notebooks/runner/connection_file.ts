/**
 * The connection file: how a Jupyter kernel and its client find and trust each other:
 * https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files
 */

/** The content of a connection file. */
export interface ConnectionInfo {
  readonly transport: "tcp";
  readonly ip: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
  /** Secret that signs every message. */
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: string;
}

/**
 * Chooses five free ports of 127.0.0.1 for a kernel.
 *
 * @param key Secret that signs every message.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { shell_port, iopub_port } = chooseConnection("secret");
 * assert.notEqual(shell_port, iopub_port);
 * ```
 */
export function chooseConnection(key: string): ConnectionInfo {
  // All five are held at once so that they differ; the kernel binds them after we let go.
  const listeners = Array.from(
    { length: 5 },
    () => Deno.listen({ hostname: "127.0.0.1", port: 0 }),
  );
  const [shell_port, control_port, iopub_port, stdin_port, hb_port] = listeners.map((listener) => {
    const { port } = listener.addr;
    listener.close();
    return port;
  });
  return {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port,
    control_port,
    iopub_port,
    stdin_port,
    hb_port,
    key,
    signature_scheme: "hmac-sha256",
    kernel_name: "deno",
  };
}

/**
 * Writes a connection file that only its owner can read, as it holds the key.
 *
 * @param file A path where nothing is yet.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * const info = chooseConnection("secret");
 * await writeConnectionFile(`${folder}/kernel.json`, info);
 * assert.deepEqual(JSON.parse(await Deno.readTextFile(`${folder}/kernel.json`)), info);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function writeConnectionFile(file: string, info: ConnectionInfo): Promise<void> {
  await Deno.writeTextFile(file, JSON.stringify(info), { mode: 0o600, createNew: true });
}
