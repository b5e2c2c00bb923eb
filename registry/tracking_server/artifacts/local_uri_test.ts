import assert from "node:assert/strict";
import { absoluteLocation, localPath, locationBelow } from "./local_uri.ts";

Deno.test("localPath() reads file URIs of this machine and plain paths", () => {
  assert.equal(localPath("file:///a/b"), "/a/b");
  assert.equal(localPath("file:/a/b"), "/a/b");
  assert.equal(localPath("file://localhost/a/b"), "/a/b");
  assert.equal(localPath("FILE:///a%2Fb"), "/a/b");
  assert.equal(localPath("/a/./b/.."), "/a");
  assert.equal(localPath("a 100%"), `${Deno.cwd()}/a 100%`);
  for (const uri of ["s3://a/b", "mlflow-artifacts:/0", "dbfs:/a", "http://localhost/a"]) {
    assert.equal(localPath(uri), undefined, uri);
  }
});

Deno.test("localPath() refuses a file of another host", () => {
  assert.throws(() => localPath("file://123.456.789.123/path"), {
    errorCode: "INTERNAL_ERROR",
    message: /^file:\/\/123\.456\.789\.123\/path is not a valid remote uri\./,
  });
});

Deno.test("absoluteLocation() changes relative paths alone", () => {
  for (const location of ["/a/../b", "file:///a", "mlflow-artifacts:/0", "s3://a"]) {
    assert.equal(absoluteLocation(location), location);
  }
  assert.equal(absoluteLocation("./a/../b"), `${Deno.cwd()}/b`);
});

Deno.test("locationBelow() puts one slash between", () => {
  assert.equal(locationBelow("file:///a", "0"), "file:///a/0");
  assert.equal(locationBelow("file:///a/", "0/models"), "file:///a/0/models");
  assert.equal(locationBelow("s3://b/a/?x=1", "0"), "s3://b/a/0?x=1");
});
