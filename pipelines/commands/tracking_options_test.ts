import assert from "node:assert/strict";
import { parseCommand } from "../command.ts";
import { trackingOptions, trackingSettings } from "./tracking_options.ts";

function settings(...args: string[]) {
  const syntax = { name: "mlflow", summary: "Serves", options: trackingOptions };
  return trackingSettings(parseCommand(syntax, args).options, "/home/mlflow");
}

Deno.test("trackingSettings() keeps everything in the home and sends it through the server", () => {
  assert.deepEqual(settings(), {
    files: {
      home: "/home/mlflow",
      databaseFile: undefined,
      artifactsDirectory: "/home/mlflow/artifacts",
      artifactRoot: undefined,
      sourcePattern: undefined,
    },
    app: { serves: "all", staticPrefix: "" },
  });
});

Deno.test("trackingSettings() takes files from where the options say", () => {
  const { files } = settings(
    ...[
      "--backend-store-uri",
      "sqlite:///runs.db",
      "--artifacts-destination",
      "file:///lake/a%20b",
    ],
    ...["--default-artifact-root", "s3://bucket/runs"],
  );
  assert.equal(files.databaseFile, `${Deno.cwd()}/runs.db`);
  assert.equal(files.artifactsDirectory, "/lake/a b");
  assert.equal(files.artifactRoot, "s3://bucket/runs");
});

Deno.test("trackingSettings() gives clients the folder where nothing is sent through", () => {
  const { app, files } = settings("--no-serve-artifacts");
  assert.equal(app.serves, "tracking");
  assert.equal(files.artifactRoot, "/home/mlflow/artifacts");
  assert.equal(settings("--artifacts-only", "--serve-artifacts").app.serves, "artifacts");
});

Deno.test("trackingSettings() names the option that it cannot meet", () => {
  const wrong: [string[], RegExp][] = [
    [
      ["--backend-store-uri", "postgresql://db"],
      /^Cannot read --backend-store-uri: expected sqlite/,
    ],
    [
      ["--artifacts-destination", "s3://b"],
      /^Cannot read --artifacts-destination: .*got "s3:\/\/b"$/,
    ],
    [["--static-prefix", "mlflow"], /^Cannot read --static-prefix: .*got "mlflow"$/],
    [["--static-prefix", "/mlflow/"], /^Cannot read --static-prefix: /],
    [["--model-source-pattern", "("], /^Cannot read --model-source-pattern: /],
    [["--artifacts-only", "--no-serve-artifacts"], /^Cannot use --artifacts-only/],
  ];
  for (const [args, message] of wrong) {
    assert.throws(() => settings(...args), { name: "UsageError", message }, args.join(" "));
  }
});
