import assert from "node:assert/strict";
import { scriptOutput } from "../python_script_fixture.ts";
import { withMlflowServer, withOurServer } from "../tracking_server_fixture.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";

/** Cases in which our answer is not MLflow's, and why. */
const differences: Readonly<Record<string, string>> = {
  "search runs  by ['start_time', 'start_time']": "MLflow fails with status 500, ours refuses",
  "search logged models attributes.status = 'READY' by [{'field_name': 'name', 'ascending': True}]":
    "MLflow compares the name of a status with its number and finds nothing",
  "experiment twice": "MLflow shows its SQL, ours says that a deleted one may have the name",
  "experiment renamed to one that is": "MLflow shows its SQL, ours the code for a name in use",
  "model renamed to one that is": "MLflow shows its SQL",
  "archiving for no stage": "MLflow fails with status 500, ours refuses",
};

type WithServer = (use: (address: string) => Promise<void>) => Promise<void>;

async function casesOf(withServer: WithServer): Promise<Map<string, unknown>> {
  const cases = new Map<string, unknown>();
  await withServer(async (address) => {
    const script = new URL("main.py", import.meta.url);
    const lines = (await scriptOutput(python, script, address)).split("\n");
    // MLflow prints words of its own between the cases.
    for (const line of lines.filter((line) => line.startsWith("{"))) {
      const { case: name, value } = JSON.parse(line);
      assert.ok(!cases.has(name), `Two cases are called ${name}`);
      cases.set(name, value);
    }
  });
  return cases;
}

Deno.test("a session of MLflow's fluent API and command line sees no other server in ours", async (test) => {
  const home = await Deno.makeTempDir();
  const ours = await casesOf((use) => withOurServer({ home: `${home}/ours`, now: Date.now }, use));
  await Deno.mkdir(`${home}/theirs`);
  const theirs = await casesOf((use) => withMlflowServer({ home: `${home}/theirs`, python }, use));
  assert.deepEqual([...ours.keys()], [...theirs.keys()]);
  assert.equal([...ours.keys()].at(-1), "done");
  for (const [name, value] of ours) {
    await test.step(name, () => {
      const isSame = differences[name] === undefined;
      assert[isSame ? "deepEqual" : "notDeepEqual"](value, theirs.get(name), differences[name]);
    });
  }
  const unknown = Object.keys(differences).filter((name) => !ours.has(name));
  assert.deepEqual(unknown, []);
  await Deno.remove(home, { recursive: true });
});
