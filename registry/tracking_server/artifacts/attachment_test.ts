import assert from "node:assert/strict";
import { attachment } from "./attachment.ts";

Deno.test("attachment() leaves tokens plain and quotes the rest", () => {
  assert.equal(attachment("dog+step+20%ts.png"), "attachment; filename=dog+step+20%ts.png");
  assert.equal(attachment('a "b"\\c'), 'attachment; filename="a \\"b\\"\\\\c"');
  assert.equal(attachment("a,b;c"), 'attachment; filename="a,b;c"');
});

// What werkzeug 3.1's send_file answers for these names.
Deno.test("attachment() gives names beyond ASCII twice", () => {
  assert.equal(
    attachment("Zähler (1).csv"),
    `attachment; filename="Zahler (1).csv"; filename*=UTF-8''Z%C3%A4hler%20%281%29.csv`,
  );
  assert.equal(attachment("日本"), `attachment; filename=""; filename*=UTF-8''%E6%97%A5%E6%9C%AC`);
});

Deno.test("attachment() lets no line break into the header", () => {
  assert.equal(
    attachment("a\r\nset-cookie: x"),
    `attachment; filename="aset-cookie: x"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20x`,
  );
});
