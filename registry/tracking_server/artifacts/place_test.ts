import assert from "node:assert/strict";
import { join } from "node:path";
import { artifactPlace } from "./place.ts";
import { openTrackingStore, type TrackingStore } from "../store.ts";

async function withStore(
  artifactRoot: string | undefined,
  use: (store: TrackingStore, home: string) => void | Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    const root = artifactRoot === undefined ? undefined : `file://${home}/${artifactRoot}`;
    using store = openTrackingStore({ home, now: () => 0, artifactRoot: root });
    await use(store, home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("artifactPlace() takes proxied URIs, by scheme or by the address of the proxy", async () => {
  await withStore(undefined, (store) => {
    const proxy = "http://host:5000/prefix/api/2.0/mlflow-artifacts/artifacts";
    for (const root of ["mlflow-artifacts:/", "mlflow-artifacts://host:5000/", `${proxy}/`]) {
      const { files, path } = artifactPlace(store, `${root}0/r`, "a/b.txt");
      assert.equal(files, store.artifacts);
      assert.equal(path, "0/r/a/b.txt");
    }
    assert.equal(artifactPlace(store, "mlflow-artifacts:/", "a.txt").path, "a.txt");
  });
});

Deno.test("artifactPlace() takes local URIs below the default artifact root alone", async () => {
  await withStore("shared", async (store, home) => {
    await Deno.mkdir(join(home, "shared/0/r"), { recursive: true });
    await Deno.writeTextFile(join(home, "shared/0/r/a.txt"), "here");
    for (const uri of [`file://${home}/shared/0/r`, `${home}/shared/0/r`]) {
      const { files, path } = artifactPlace(store, uri, "a.txt");
      assert.equal(path, "0/r/a.txt");
      assert.equal(await new Response((await files.open(path)).body).text(), "here");
    }
    const hidden = [
      "",
      ".",
      "0/r",
      `file://${home}/shared#`,
      `file://${home}/shared?`,
      "file:shared",
    ];
    for (const uri of hidden) {
      assert.throws(() => artifactPlace(store, uri, ""), { errorCode: "NOT_IMPLEMENTED" }, uri);
    }
    const outside = ["/etc", `file://${home}`, `${home}/shared-too`, `${home}/shared/../mlflow.db`];
    for (const uri of outside) {
      assert.throws(() => artifactPlace(store, uri, ""), { errorCode: "NOT_IMPLEMENTED" }, uri);
    }
  });
});

Deno.test("artifactPlace() refuses every other place, and paths that leave theirs", async () => {
  await withStore(undefined, (store) => {
    for (const uri of ["file:///etc", "/etc", "s3://a/b", "", "mlflow-artifacts:x", "http://a/b"]) {
      assert.throws(() => artifactPlace(store, uri, ""), { errorCode: "NOT_IMPLEMENTED" }, uri);
    }
    assert.throws(() => artifactPlace(store, "mlflow-artifacts:/0", "../1"), {
      message: "Invalid path",
    });
  });
});
