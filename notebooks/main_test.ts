import assert from "node:assert/strict";

Deno.test("notebooks list prints every notebook of the folder", async () => {
  const { code, out } = await notebooks(["list"]);
  assert.equal(code, 0);
  assert.ok(out.split("\n").includes("01_explore.ipynb"));
});

Deno.test("notebooks explains itself with --help and exits 2 on a wrong command line", async () => {
  const help = await notebooks(["--help"]);
  assert.equal(help.code, 0);
  for (
    const word of ["notebooks list", "notebooks run NAME", "--in-place", "--output", "--timeout"]
  ) {
    assert.ok(help.out.includes(word), word);
  }
  assert.deepEqual((await notebooks(["walk"])).code, 2);
  assert.deepEqual((await notebooks(["run"])).code, 2);
  const unknown = await notebooks(["run", "99"]);
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /^RangeError: Cannot tell which notebook "99" is/);
});

async function notebooks(args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", new URL("main.ts", import.meta.url).pathname, ...args],
    env: { WATTBOOK_HOME: "unused", NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}
