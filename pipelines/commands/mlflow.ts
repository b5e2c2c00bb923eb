import { join } from "node:path";
import {
  createTrackingApp,
  openTrackingStore,
  openWebhooks,
} from "../../registry/tracking_server/mod.ts";
import { UsageError } from "../command.ts";
import { hostOf, isHostName, listedHosts } from "../host_names.ts";
import { listen } from "../listen.ts";
import { defineCommand } from "./command.ts";
import { trackingOptions, trackingSettings } from "./tracking_options.ts";

/** `deno task mlflow`: serves the embedded tracking server over HTTP. */
export const mlflow = defineCommand({
  syntax: {
    name: "mlflow",
    summary: "Serves the embedded MLflow tracking server and registry, until it is interrupted.",
    options: {
      host: { type: "string", description: "Address to listen on", default: "127.0.0.1" },
      port: {
        type: "number",
        description: "Port to listen on, 0 for any free one",
        whole: true,
        min: 0,
        max: 65_535,
        default: 5000,
      },
      "allowed-hosts": {
        type: "string",
        description: "Host names to answer for, separated by commas, beside the address, this " +
          "machine's names and private networks",
        placeholder: "NAMES",
        default: "",
      },
      "mlflow-ui-dir": {
        type: "string",
        description: "Serve MLflow's own pages from this folder, the mlflow/server/js/build of " +
          "an installed MLflow",
        placeholder: "DIR",
      },
      ...trackingOptions,
      "webhook-schemes": {
        type: "string",
        description: "What the addresses of webhooks may start with, separated by commas",
        placeholder: "SCHEMES",
        default: "https",
      },
      "webhook-private-addresses": {
        type: "boolean",
        description: "Let webhooks reach this machine and private networks",
      },
    },
  },
  check(options) {
    namesOf(options["allowed-hosts"]);
    trackingSettings(options, ".");
    schemesOf(options["webhook-schemes"]);
  },
  async run({ config, now }, options, progress) {
    const { host, port } = options;
    await using opened = new AsyncDisposableStack();
    const server = opened.use(listen({ host, port, setting: "--port" }));
    const { files, app } = trackingSettings(options, join(config.home, "mlflow"));
    const store = opened.use(openTrackingStore({ ...files, now }));
    const onError = (error: unknown) =>
      progress.note(error instanceof Error ? error.stack ?? error.message : String(error));
    const webhooks = opened.use(openWebhooks(store, {
      schemes: schemesOf(options["webhook-schemes"]),
      privateAddresses: options["webhook-private-addresses"],
      onError: ({ message }) => progress.note(message),
    }));
    const bound = [host].flatMap((address) => hostOf(address) ?? []);
    const allowedHosts = [...bound, ...namesOf(options["allowed-hosts"])];
    const mlflowPages = options["mlflow-ui-dir"];
    server.answerWith(
      createTrackingApp({ ...app, store, allowedHosts, mlflowPages, webhooks, onError }),
    );
    const kept = opened.move();
    return {
      text: `MLflow tracking server on ${server.url}${app.staticPrefix}`,
      json: { url: `${server.url}${app.staticPrefix}` },
      async serve() {
        await using _ = kept;
        await server.untilSignal();
      },
    };
  },
});

function namesOf(list: string): string[] {
  const names = listedHosts(list);
  const wrong = names.find((name) => !isHostName(name));
  if (wrong === undefined) return names;
  throw new UsageError(
    `Cannot read --allowed-hosts: expected host names without port, separated by commas, got ${
      JSON.stringify(wrong)
    }`,
  );
}

function schemesOf(list: string): string[] {
  const schemes = list.split(",").map((scheme) => scheme.trim().toLowerCase());
  const wrong = schemes.find((scheme) => !["http", "https"].includes(scheme));
  if (wrong === undefined) return schemes;
  throw new UsageError(
    `Cannot read --webhook-schemes: expected http, https or both, separated by a comma, got ${
      JSON.stringify(wrong)
    }`,
  );
}
