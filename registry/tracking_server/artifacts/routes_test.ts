import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

const proxy = "/api/2.0/mlflow-artifacts/artifacts";

Deno.test("the proxy stores, sends, lists and removes a file of any name", async () => {
  await withTracking(async (_send, app) => {
    const url = `${proxy}/0/r/artifacts/a%20b/Z%C3%A4hler%25.csv`;
    const put = await app.request(url, { method: "PUT", body: "a,b" });
    assert.deepEqual([put.status, await put.json()], [200, {}]);
    const got = await app.request(url.replace("/api", "/ajax-api"));
    assert.equal(await got.text(), "a,b");
    assert.equal(got.headers.get("content-type"), "text/plain");
    const list = await app.request(`${proxy}?path=0/r/artifacts/a%20b`);
    assert.deepEqual(await list.json(), {
      files: [{ path: "Zähler%.csv", is_dir: false, file_size: 3 }],
    });
    assert.equal((await app.request(url, { method: "DELETE" })).status, 200);
    const gone = await app.request(url);
    assert.deepEqual([gone.status, (await gone.json()).error_code], [
      404,
      "RESOURCE_DOES_NOT_EXIST",
    ]);
  });
});

Deno.test("the proxy stores an empty body as an empty file", async () => {
  await withTracking(async (_send, app) => {
    await app.request(`${proxy}/0/empty`, { method: "PUT" });
    assert.equal(await (await app.request(`${proxy}/0/empty`)).text(), "");
  });
});

const leakless = { sanitizeResources: true };
Deno.test("HEAD tells a file's size and type and leaves no file open", leakless, async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    const path = `0/${nthId(1)}/artifacts/a.csv`;
    await app.request(`${proxy}/${path}`, { method: "PUT", body: "a,b" });
    for (const url of [`${proxy}/${path}`, `/get-artifact?run_id=${nthId(1)}&path=a.csv`]) {
      const response = await app.request(url, { method: "HEAD" });
      const { status, headers, body } = response;
      assert.deepEqual([status, headers.get("content-type"), body], [200, "text/plain", null]);
      assert.equal(headers.get("content-length"), "3");
    }
    assert.equal((await app.request(`${proxy}/0/none`, { method: "HEAD" })).status, 404);
  });
});

Deno.test(
  "every download answers a range, and goes on only in the same file",
  leakless,
  async () => {
    await withTracking(async (send, app) => {
      await send("POST", "runs/create", {});
      const path = `0/${nthId(1)}/artifacts/a.bin`;
      await app.request(`${proxy}/${path}`, { method: "PUT", body: "0123456789" });
      for (const url of [`${proxy}/${path}`, `/get-artifact?run_id=${nthId(1)}&path=a.bin`]) {
        const start = await app.request(url, { headers: { range: "bytes=0-3" } });
        assert.deepEqual([start.status, await start.text()], [206, "0123"]);
        const tag = start.headers.get("etag") ?? "";
        const headers = { range: "bytes=4-", "if-range": tag };
        const rest = await app.request(url, { headers });
        assert.deepEqual([rest.status, await rest.text()], [206, "456789"]);
        await app.request(`${proxy}/${path}`, { method: "PUT", body: "abcdefghij" });
        const replaced = await app.request(url, { headers });
        assert.deepEqual([replaced.status, await replaced.text()], [200, "abcdefghij"]);
        await app.request(`${proxy}/${path}`, { method: "PUT", body: "0123456789" });
      }
    });
  },
);

Deno.test("a path is judged before what it belongs to is looked up", async () => {
  await withTracking(async (_send, app) => {
    for (
      const url of [
        "/get-artifact?run_id=none&path=../x",
        "//model-versions/get-artifact?name=none&version=1&path=../x",
        "/ajax-api/2.0/mlflow/logged-models/none/artifacts/files?artifact_file_path=../x",
        "/ajax-api/2.0/mlflow/artifacts/list?run_id=none&path=../x",
      ]
    ) {
      const response = await app.request(url);
      assert.deepEqual([response.status, (await response.json()).message], [400, "Invalid path"]);
    }
  });
});

Deno.test("the proxy removes what is not there, and says where there is no room", async () => {
  await withTracking(async (_send, app) => {
    assert.equal((await app.request(`${proxy}/0/none`, { method: "DELETE" })).status, 200);
    await app.request(`${proxy}/0/d/file`, { method: "PUT", body: "x" });
    for (const path of ["0/d", "0/d/file/below", `0/${"n".repeat(256)}`]) {
      const response = await app.request(`${proxy}/${path}`, { method: "PUT", body: "x" });
      const { error_code } = await response.json();
      assert.deepEqual([response.status, error_code], [400, "INVALID_PARAMETER_VALUE"], path);
    }
    const longest = `${proxy}/0/${"n".repeat(255)}`;
    assert.equal((await app.request(longest, { method: "PUT", body: "x" })).status, 200);
  });
});

Deno.test("the proxy refuses every path that leaves the artifact directory", async () => {
  await withTracking(async (_send, app) => {
    for (
      const path of [
        "..%2Fmlflow.db",
        "a%2F..%2F..%2Fx",
        "%252e%252e%252fx",
        "%2Fetc%2Fpasswd",
        "a%5Cb",
        "%E0%A4",
      ]
    ) {
      for (const method of ["GET", "PUT", "DELETE"]) {
        const body = method === "PUT" ? "x" : undefined;
        const response = await app.request(`${proxy}/${path}`, { method, body });
        assert.equal(response.status, 400, `${method} ${path}`);
        assert.equal((await response.json()).message, "Invalid path");
      }
    }
    assert.equal((await app.request(`${proxy}?path=../`)).status, 400);
  });
});

Deno.test("get-artifact sends files of runs, models and versions as downloads", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    await send("POST", "logged-models", { experiment_id: "0", name: "m" });
    const model = `m-${nthId(2)}`;
    await send("POST", "registered-models/create", { name: "a" });
    await send("POST", "model-versions/create", { name: "a", source: `models:/${model}` });
    await app.request(`${proxy}/0/${nthId(1)}/artifacts/r.html`, { method: "PUT", body: "run" });
    await app.request(`${proxy}/0/models/${model}/artifacts/x/MLmodel`, {
      method: "PUT",
      body: "ml",
    });

    const ofRun = await app.request(`/get-artifact?run_id=${nthId(1)}&path=r.html`);
    assert.equal(ofRun.headers.get("content-disposition"), "attachment; filename=r.html");
    assert.equal(ofRun.headers.get("x-content-type-options"), "nosniff");
    assert.equal(await ofRun.text(), "run");
    const file = "artifact_file_path=x/MLmodel";
    const ofModel = await app.request(
      `/api/2.0/mlflow/logged-models/${model}/artifacts/files?${file}`,
    );
    assert.equal(await ofModel.text(), "ml");
    const version = "//model-versions/get-artifact?name=a&version=1";
    assert.equal(await (await app.request(`${version}&path=x/MLmodel`)).text(), "ml");
    for (const path of ["../x", "/etc/passwd", "%252e%252e/x"]) {
      assert.equal((await app.request(`${version}&path=${path}`)).status, 400, path);
    }
  });
});

Deno.test("/get-artifact names the parameter that is missing", async () => {
  await withTracking(async (_send, app) => {
    for (const [query, name] of [["path=a", "run_id"], ["run_id=r", "path"]]) {
      const response = await app.request(`/get-artifact?${query}`);
      assert.equal(response.status, 400);
      assert.ok((await response.json()).message.includes(`required parameter '${name}'`));
    }
  });
});
