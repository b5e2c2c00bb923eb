import assert from "node:assert/strict";
import { authorization } from "./authorization.ts";

Deno.test("authorization() encodes as RFC 7617 shows", () => {
  const aladdin = { username: "Aladdin", password: "open sesame" };
  assert.equal(authorization(aladdin), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  assert.equal(authorization({ username: "test", password: "123£" }), "Basic dGVzdDoxMjPCow==");
});
