import assert from "node:assert/strict";
import { join } from "node:path";
import { createTrackingApp } from "../app.ts";
import { openTrackingStore } from "../store.ts";

/** A test against a server with a small build of pages, beside which a secret lies. */
async function withPages(
  use: (app: ReturnType<typeof createTrackingApp>) => Promise<void>,
  staticPrefix = "",
): Promise<void> {
  const home = await Deno.makeTempDir();
  const build = join(home, "build");
  await Deno.mkdir(join(build, "static", "js"), { recursive: true });
  await Deno.writeTextFile(join(build, "index.html"), "<!doctype html><title>MLflow</title>");
  await Deno.writeTextFile(join(build, "static", "js", "main.9a.js"), "run()");
  await Deno.writeTextFile(join(home, "secret.txt"), "secret");
  await Deno.symlink(join(home, "secret.txt"), join(build, "link.txt"));
  try {
    using store = openTrackingStore({ home: join(home, "mlflow"), now: () => 0 });
    await use(createTrackingApp({ store, mlflowPages: build, staticPrefix }));
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("MLflow's pages start at / and are kept by browsers but for the start", async () => {
  await withPages(async (app) => {
    for (
      const [path, type, cache, text] of [
        ["/", "text/html", "no-cache", "<!doctype html><title>MLflow</title>"],
        [
          "/static-files/static/js/main.9a.js",
          "text/javascript",
          "public, max-age=2419200",
          "run()",
        ],
      ]
    ) {
      const response = await app.request(path);
      const { headers } = response;
      assert.deepEqual([headers.get("content-type"), headers.get("cache-control")], [type, cache]);
      assert.equal(headers.get("content-disposition"), null);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(await response.text(), text);
      const head = await app.request(path, { method: "HEAD" });
      assert.equal(head.headers.get("content-length"), String(text.length));
      assert.equal(await head.text(), "");
    }
  });
});

Deno.test("MLflow's pages behind a prefix are beside what they ask for", async () => {
  await withPages(async (app) => {
    const response = await app.request("/tools/mlflow");
    const location = response.headers.get("location") ?? "";
    assert.equal(new URL(location, "http://localhost/tools/mlflow").pathname, "/tools/mlflow/");
    assert.match(await (await app.request("/tools/mlflow/")).text(), /<title>MLflow</);
    const script = await app.request("/tools/mlflow/static-files/static/js/main.9a.js");
    assert.equal(await script.text(), "run()");
  }, "/tools/mlflow");
});

Deno.test("MLflow's pages hold nothing from outside of their folder", async () => {
  await withPages(async (app) => {
    for (const path of ["nope.js", "static", "link.txt", "static/js/"]) {
      const response = await app.request(`/static-files/${path}`);
      assert.deepEqual([response.status, await response.text()], [404, ""], path);
    }
    for (const path of ["%2e%2e%2fsecret.txt", "..%2Fsecret.txt", "%252e%252e/secret.txt"]) {
      const response = await app.request(`/static-files/${path}`);
      assert.equal((await response.json()).message, "Invalid path");
    }
  });
});

Deno.test("createTrackingApp() says where it found no build of MLflow's pages", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    assert.throws(() => createTrackingApp({ store, mlflowPages: home }), {
      name: "RangeError",
      message:
        `Cannot serve MLflow's pages: expected the folder mlflow/server/js/build of an installed MLflow, got no file "${home}/index.html"`,
    });
    assert.equal((await createTrackingApp({ store }).request("/static-files/a.js")).status, 404);
  }
  await Deno.remove(home, { recursive: true });
});
