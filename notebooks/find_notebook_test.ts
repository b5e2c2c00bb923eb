import assert from "node:assert/strict";
import { join } from "node:path";
import { findNotebook, findNotebooks, listNotebooks } from "./find_notebook.ts";

Deno.test("notebooks are listed in order and found by the beginning of their name", async (t) => {
  const folder = await Deno.makeTempDir();
  for (const name of ["02_b.ipynb", "01_a.ipynb", "01_a.ipynb.part", "draft.ipynb", "03_c.ts"]) {
    await Deno.writeTextFile(join(folder, name), "");
  }

  await t.step("listNotebooks() takes only NN_name.ipynb", async () => {
    assert.deepEqual(await listNotebooks(folder), ["01_a.ipynb", "02_b.ipynb"]);
  });

  await t.step("findNotebook() takes a listed name, a beginning or a path", async () => {
    assert.equal(await findNotebook(folder, "02_b.ipynb"), join(folder, "02_b.ipynb"));
    assert.equal(await findNotebook(folder, "02"), join(folder, "02_b.ipynb"));
    assert.equal(await findNotebook(folder, "01_a"), join(folder, "01_a.ipynb"));
    assert.equal(await findNotebook(folder, "elsewhere/x.ipynb"), "elsewhere/x.ipynb");
    assert.equal(await findNotebook(folder, "x.ts"), "x.ts");
  });

  await t.step("findNotebooks() takes a name, or all without one", async () => {
    const both = ["01_a.ipynb", "02_b.ipynb"].map((one) => join(folder, one));
    assert.deepEqual(await findNotebooks(folder), both);
    assert.deepEqual(await findNotebooks(folder, "02"), both.slice(1));
  });

  await t.step("findNotebook() refuses what fits none or several", async () => {
    const refusal = (name: string, count: number) => ({
      name: "RangeError",
      message: `Cannot tell which notebook "${name}" is as one name must begin so: ` +
        `${count} do of [01_a.ipynb, 02_b.ipynb]`,
    });
    await assert.rejects(findNotebook(folder, "09"), refusal("09", 0));
    await assert.rejects(findNotebook(folder, "0"), refusal("0", 2));
  });

  await Deno.remove(folder, { recursive: true });
});
