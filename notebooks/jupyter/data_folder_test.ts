import assert from "node:assert/strict";
import { jupyterDataFolder } from "./data_folder.ts";

Deno.test("jupyterDataFolder() follows jupyter_core's rules", () => {
  const all = { JUPYTER_DATA_DIR: "/j", XDG_DATA_HOME: "/x", HOME: "/h", APPDATA: "/a" };
  const { JUPYTER_DATA_DIR: _, ...unset } = all;
  const cases = [
    [all, "linux", "/j"],
    [unset, "linux", "/x/jupyter"],
    [{ HOME: "/h", XDG_DATA_HOME: "" }, "linux", "/h/.local/share/jupyter"],
    [unset, "darwin", "/h/Library/Jupyter"],
    [unset, "windows", "/a/jupyter"],
    [all, "windows", "/j"],
  ] as const;
  for (const [folders, os, expected] of cases) {
    assert.equal(jupyterDataFolder(folders, os), expected);
  }
});

Deno.test("jupyterDataFolder() names the variables that are missing", () => {
  assert.throws(() => jupyterDataFolder({}, "linux"), {
    name: "TypeError",
    message: "Cannot find Jupyter's data folder: expected JUPYTER_DATA_DIR or HOME in the " +
      "environment, got neither",
  });
  assert.throws(() => jupyterDataFolder({ HOME: "/h" }, "windows"), /or APPDATA in/);
});
