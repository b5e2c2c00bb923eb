import assert from "node:assert/strict";
import type { Message } from "./message.ts";
import { fenceCode, PIECE_SIZE, readMark, SET_UP } from "./output_fence.ts";

const MARK = "application/x-wattbook-fence";

Deno.test("readMark() tells marks from outputs that are like them", () => {
  assert.deepEqual(readMark(stream(`${MARK} 12\n`)), { way: "printed", fence: 12, failures: [] });
  for (const text of [`${MARK} 12`, `a${MARK} 12\n`, `${MARK} 12\nb`, "12\n"]) {
    assert.equal(readMark(stream(text)), undefined, text);
  }
  assert.equal(readMark(display({ "text/plain": MARK })), undefined);
});

Deno.test("fenceCode() sends the marks that readMark() knows, and what nobody handled, once", async () => {
  const { heard, listeners, run } = surroundings();
  await run(SET_UP);
  const error = Object.assign(new RangeError("Bad"), { stack: "RangeError: Bad\n    at f" });
  listeners.unhandledrejection({ reason: error, preventDefault() {} });
  listeners.error({ error: undefined, message: "7", preventDefault() {} });
  await run(fenceCode(3));
  await run(fenceCode(4));
  const failures = [
    {
      output_type: "error",
      ename: "RangeError",
      evalue: "Bad",
      traceback: ["RangeError: Bad", "    at f"],
    },
    { output_type: "error", ename: "Error", evalue: "7", traceback: ["7"] },
  ];
  assert.deepEqual(heard.map(readMark), [
    { way: "printed", fence: 3, failures: [] },
    { way: "displayed", fence: 3, failures },
    { way: "printed", fence: 4, failures: [] },
    { way: "displayed", fence: 4, failures: [] },
  ]);
});

Deno.test("SET_UP has a long text printed in pieces, and any other as it was", async () => {
  const { heard, run } = surroundings();
  await run(SET_UP);
  const long = "x".repeat(PIECE_SIZE) + "yz";
  await run(`console.log("a"); console.log(${JSON.stringify(long)}); console.log(1, "b");`);
  assert.deepEqual(heard.map(({ content }) => content.text), [
    "a\n",
    long.slice(0, PIECE_SIZE),
    "yz\n",
    "1 b\n",
  ]);
});

/** As much of a kernel as the code needs. */
function surroundings() {
  const heard: Message[] = [];
  const listeners: Record<string, (event: unknown) => void> = {};
  const log = (...words: unknown[]) => heard.push(stream(`${words.join(" ")}\n`));
  const print = (text: string) => heard.push(stream(text));
  const names = {
    globalThis: {},
    console: { log, info: log, error: log, warn: log },
    addEventListener: (type: string, listener: () => void) => (listeners[type] = listener),
    Deno: {
      internal: "internals",
      internals: { core: { print } },
      jupyter: {
        broadcast: (_: string, { data }: { data: Record<string, unknown> }) =>
          heard.push(display(data)),
      },
    },
  };
  const run = (code: string): Promise<void> =>
    new Function(...Object.keys(names), `return (async () => { ${code} })()`)(
      ...Object.values(names),
    );
  return { heard, listeners, run };
}

function stream(text: string): Message {
  return message("stream", { name: "stdout", text });
}

function display(data: Record<string, unknown>): Message {
  return message("display_data", { data, metadata: {} });
}

function message(msg_type: string, content: Record<string, unknown>): Message {
  const header = { msg_id: "1", session: "s", username: "u", date: "", msg_type, version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content };
}
