/** The server's own settings, on top of those of the pipelines. */
import { z } from "zod";
import { hostOf, isHostName, listedHosts } from "../pipelines/mod.ts";

/** Addresses that stand for every one of this machine: nobody asks for them. */
const WILDCARDS = ["0.0.0.0", "[::]"];

const schema = z.object({
  WATTBOOK_HOST: z.string().default("127.0.0.1")
    .refine((host) => hostOf(host) !== undefined, "expected an address or a host name"),
  WATTBOOK_PORT: z.string().regex(/^\d{1,5}$/, "expected a port from 0 to 65535")
    .transform(Number).refine((port) => port <= 65535, "expected a port from 0 to 65535")
    .default(8000),
  WATTBOOK_ALLOWED_HOSTS: z.string().default("")
    .transform(listedHosts)
    .refine(
      (names) => names.every(isHostName),
      "expected host names without port, separated by commas",
    ),
});

/** Where the server listens and for whom it answers. */
export interface ServerConfig {
  /** `WATTBOOK_HOST`: address to bind to. @default {"127.0.0.1"} */
  readonly host: string;
  /** `WATTBOOK_PORT`: port to bind to, 0 for any free one. @default {8000} */
  readonly port: number;
  /**
   * Host names accepted beside the loopback ones: the address that is bound to, unless it stands
   * for all, and those of `WATTBOOK_ALLOWED_HOSTS`.
   */
  readonly allowedHosts: readonly string[];
}

/** Names of the variables that {@linkcode parseServerConfig} reads. */
export const SERVER_CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape);

/**
 * Validates the environment variables `WATTBOOK_HOST`, `WATTBOOK_PORT` and
 * `WATTBOOK_ALLOWED_HOSTS`.
 *
 * @throws {TypeError} Naming the variable, what is wrong with it and the value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseServerConfig({ WATTBOOK_PORT: "9000" }), {
 *   host: "127.0.0.1",
 *   port: 9000,
 *   allowedHosts: ["127.0.0.1"],
 * });
 * ```
 */
export function parseServerConfig(
  environment: Readonly<Record<string, string | undefined>>,
): ServerConfig {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue.path[0]);
    throw new TypeError(
      `Cannot read ${name} from the environment: ${issue.message}, got ${
        JSON.stringify(environment[name])
      }`,
    );
  }
  const { WATTBOOK_HOST: host, WATTBOOK_PORT: port, WATTBOOK_ALLOWED_HOSTS: listed } = parsed.data;
  const bound = [host].flatMap((address) => hostOf(address) ?? []);
  return {
    host,
    port,
    allowedHosts: [...bound.filter((name) => !WILDCARDS.includes(name)), ...listed],
  };
}

/**
 * The server settings of this process.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(readServerConfig().port >= 0);
 * ```
 */
export function readServerConfig(): ServerConfig {
  return parseServerConfig(
    Object.fromEntries(SERVER_CONFIG_VARIABLES.map((name) => [name, Deno.env.get(name)])),
  );
}
