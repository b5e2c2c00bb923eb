/** Where Jupyter keeps what belongs to a person: https://docs.jupyter.org/en/latest/use/jupyter-directories.html */
import { join } from "node:path";
import type { UserFolders } from "../../pipelines/mod.ts";

/**
 * Jupyter's data folder, by its own rules: `JUPYTER_DATA_DIR`, or the place of the operating system.
 * Every Jupyter of the person reads it, one in a virtual environment, too, and so does VS Code.
 *
 * @param os As `Deno.build.os`.
 * @throws {TypeError} When no variable says where the person's files are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(jupyterDataFolder({ HOME: "/home/ada" }, "linux"), "/home/ada/.local/share/jupyter");
 * ```
 */
export function jupyterDataFolder(folders: UserFolders, os: string): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, HOME, APPDATA } = folders;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (os === "windows" && APPDATA) return join(APPDATA, "jupyter");
  if (os === "darwin" && HOME) return join(HOME, "Library/Jupyter");
  if (os !== "windows" && os !== "darwin") {
    if (XDG_DATA_HOME) return join(XDG_DATA_HOME, "jupyter");
    if (HOME) return join(HOME, ".local/share/jupyter");
  }
  throw new TypeError(
    `Cannot find Jupyter's data folder: expected JUPYTER_DATA_DIR or ${
      os === "windows" ? "APPDATA" : "HOME"
    } in the environment, got neither`,
  );
}
