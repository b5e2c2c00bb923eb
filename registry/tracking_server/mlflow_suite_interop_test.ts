import assert from "node:assert/strict";
import { join } from "node:path";

/** Test files of MLflow that talk to a server over HTTP alone. */
const files = [
  "tests/tracking/test_rest_tracking.py",
  "tests/tracking/test_model_registry.py",
  "tests/tracking/test_mlflow_artifacts.py",
  "tests/tracking/test_client_webhooks.py",
  "tests/store/model_registry/test_rest_store_webhooks.py",
];
const plugin = join(import.meta.dirname!, "mlflow_suite");
const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const source = Deno.env.get("WATTBOOK_MLFLOW_SOURCE");
const ignored = source === undefined
  ? " (ignored as WATTBOOK_MLFLOW_SOURCE names no checkout of MLflow's repository)"
  : "";

interface Report {
  readonly tests: readonly {
    readonly test: string;
    readonly group: string;
    readonly outcome: "passed" | "failed" | "skipped" | "expected to fail";
  }[];
  readonly leftOut: readonly { readonly test: string; readonly reason: string }[];
}

/** Runs MLflow's files, which stay as they are, with our plugin. */
async function runSuite(checkout: string, ...options: string[]): Promise<Report> {
  const folder = await Deno.makeTempDir();
  try {
    const report = join(folder, "report.json");
    const { stdout } = await new Deno.Command(python, {
      args: [
        ...["-m", "pytest", "-p", "mlflow_suite_plugin", "-p", "no:cacheprovider", "-q"],
        ...["--color=no", "--tb=short", "--basetemp", join(folder, "pytest")],
        ...["--report", report, ...options, ...files],
      ],
      cwd: checkout,
      env: {
        CI: "false",
        GIT_PYTHON_REFRESH: "quiet",
        MLFLOW_DISABLE_TELEMETRY: "true",
        MLFLOW_HTTP_REQUEST_MAX_RETRIES: "0",
        // The names in the addresses of webhooks are then not looked up, which needs a network.
        MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS: "true",
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHONPATH: `${checkout}:${plugin}`,
        WATTBOOK_DENO: Deno.execPath(),
      },
      stderr: "inherit",
    }).output();
    return JSON.parse(
      await Deno.readTextFile(report).catch(() => {
        throw new Error(new TextDecoder().decode(stdout));
      }),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** "passed/all" of the tests of a group. */
function share(report: Report, isOne: (test: Report["tests"][number]) => boolean): string {
  const tests = report.tests.filter(isOne);
  const passed = tests.filter(({ outcome }) => outcome === "passed").length;
  const expected = tests.filter(({ outcome }) => outcome === "expected to fail").length;
  return `${passed}/${tests.length - expected}`;
}

Deno.test({
  name: `MLflow's own tests pass where they do against mlflow server${ignored}`,
  ignore: source === undefined,
  async fn(test) {
    const ours = await runSuite(source!, "--server", "wattbook");
    const theirs = await runSuite(source!, "--server", "mlflow");
    const passed = new Set(
      theirs.tests.flatMap(({ test, outcome }) => (outcome === "passed" ? [test] : [])),
    );
    for (const file of files) {
      const groups = new Set(
        ours.tests.filter(({ test }) => test.startsWith(file)).map(({ group }) => group),
      );
      for (const group of groups) {
        const isOne = (test: Report["tests"][number]) =>
          test.test.startsWith(file) && test.group === group;
        const shares = `${share(ours, isOne)}, mlflow server ${share(theirs, isOne)}`;
        await test.step(`${file}, ${group}: ${shares}`, () => {
          const failed = ours.tests.filter((each) =>
            isOne(each) && each.outcome === "failed" && passed.has(each.test)
          );
          assert.deepEqual(failed.map(({ test }) => test), []);
        });
      }
      const reasons = Map.groupBy(
        ours.leftOut.filter(({ test }) => test.startsWith(file)),
        ({ reason }) => reason,
      );
      for (const [reason, tests] of reasons) {
        await test.step(`${file}: ${tests.length} left out, as ${reason}`, () => {});
      }
    }
  },
});

Deno.test({
  name: `MLflow's tests that are left out as not offered would all fail${ignored}`,
  ignore: source === undefined,
  async fn() {
    const { tests } = await runSuite(source!, "--server", "wattbook", "--deselected");
    assert.ok(tests.length > 0);
    const stale = tests.filter(({ outcome }) => outcome === "passed").map(({ test }) => test);
    assert.deepEqual(stale, []);
  },
});
