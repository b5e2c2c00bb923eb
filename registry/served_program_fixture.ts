/** What interop tests share: running a program that serves until the test is over. */

/** A program and how to see that it serves. */
export interface ServedProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Address that answers with success once the program serves. */
  readonly health: string;
}

/**
 * Runs `use` once the program serves, and ends it afterwards.
 *
 * @throws {RangeError} When it ends, or gives no answer within two minutes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const program = { program: "false", args: [], env: {}, health: "http://127.0.0.1:9/" };
 * await assert.rejects(withProgram(program, () => Promise.resolve()), RangeError);
 * ```
 */
export async function withProgram(
  { program, args, env, health }: ServedProgram,
  use: () => Promise<void>,
): Promise<void> {
  const process = new Deno.Command(program, {
    args: [...args],
    env: { ...env },
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await untilHealthy(program, process, health);
    await use();
  } finally {
    end(process);
    await process.status;
  }
}

/**
 * A port of this machine that nobody listens on.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const port = freePort();
 * await assert.rejects(Deno.connect({ hostname: "127.0.0.1", port }));
 * ```
 */
export function freePort(): number {
  using probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return probe.addr.port;
}

async function untilHealthy(
  program: string,
  process: Deno.ChildProcess,
  health: string,
): Promise<void> {
  let ended: Deno.CommandStatus | undefined;
  process.status.then((status) => ended = status);
  for (let attempt = 0; attempt < 480 && ended === undefined; attempt++) {
    const healthy = await fetch(health).then(
      async (response) => (await response.body?.cancel(), response.ok),
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const found = ended === undefined ? "none" : `exit status ${ended.code}`;
  throw new RangeError(
    `Cannot use ${program}: expected an answer within two minutes, got ${found}`,
  );
}

function end(process: Deno.ChildProcess): void {
  try {
    process.kill();
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof TypeError)) throw error;
  }
}
