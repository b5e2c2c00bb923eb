import assert from "node:assert/strict";
import { helpText, parseCommand, UsageError } from "./command.ts";

const syntax = {
  name: "brew",
  summary: "Brews tea",
  words: ["KIND"],
  options: {
    minutes: { type: "number", description: "How long", default: 3 },
    cup: { type: "string", description: "Which cup", placeholder: "CUP" },
    milk: { type: "boolean", description: "With milk" },
  },
} as const;

Deno.test("parseCommand() applies defaults and keeps absent options undefined", () => {
  assert.deepEqual(parseCommand(syntax, ["green"]), {
    options: { minutes: 3, cup: undefined, milk: false },
    words: ["green"],
  });
});

Deno.test("parseCommand() reads numbers, strings and flags", () => {
  assert.deepEqual(
    parseCommand(syntax, ["--minutes=-0.5", "--cup", "blue", "--milk", "oolong"]).options,
    { minutes: -0.5, cup: "blue", milk: true },
  );
});

Deno.test("parseCommand() turns off a flag that is on by default", () => {
  const tea = {
    name: "brew",
    summary: "Brews tea",
    options: { lid: { type: "boolean", description: "Leave the lid off", default: true } },
  } as const;
  assert.equal(parseCommand(tea, []).options.lid, true);
  assert.equal(parseCommand(tea, ["--lid"]).options.lid, true);
  assert.equal(parseCommand(tea, ["--no-lid"]).options.lid, false);
  assert.match(helpText(tea), /^ {2}--no-lid {2}Leave the lid off$/m);
});

Deno.test("parseCommand() collects an option that may be given several times", () => {
  const tea = {
    name: "brew",
    summary: "Brews tea",
    options: {
      cup: { type: "string", many: true, description: "A cup", default: "white" },
      friend: { type: "string", many: true, description: "A friend" },
    },
  } as const;
  assert.deepEqual(parseCommand(tea, []).options, { cup: ["white"], friend: [] });
  const { cup, friend } = parseCommand(tea, ["--cup=a", "--friend=f", "--cup", "b"]).options;
  assert.deepEqual([cup, friend], [["a", "b"], ["f"]]);
});

Deno.test("parseCommand() keeps numbers whole and within their range where they must be", () => {
  const dice = {
    name: "roll",
    summary: "Rolls dice",
    options: {
      eyes: { type: "number", description: "Eyes", whole: true, min: 1, max: 6 },
      luck: { type: "number", description: "Luck", max: 0.5 },
      times: { type: "number", description: "Times", whole: true, min: 0 },
    },
  } as const;
  for (const args of [["--eyes=1"], ["--eyes=6"], ["--luck=-7.5"], ["--times=0"]]) {
    parseCommand(dice, args);
  }
  const cases: [string, string][] = [
    ["--eyes=0", 'Cannot read --eyes: expected a whole number from 1 to 6, got "0"'],
    ["--eyes=7", 'Cannot read --eyes: expected a whole number from 1 to 6, got "7"'],
    ["--eyes=1.5", 'Cannot read --eyes: expected a whole number from 1 to 6, got "1.5"'],
    ["--luck=0.6", 'Cannot read --luck: expected a number to 0.5, got "0.6"'],
    ["--times=1e99", 'Cannot read --times: expected a whole number from 0, got "1e99"'],
  ];
  for (const [arg, message] of cases) {
    assert.throws(() => parseCommand(dice, [arg]), { name: "UsageError", message });
  }
});

Deno.test("parseCommand() names what it cannot understand", () => {
  const cases: [string[], RegExp][] = [
    [["green", "--sugar"], /Cannot run "brew": .*--sugar/],
    [["green", "--minutes", "long"], /Cannot read --minutes: expected a number, got "long"/],
    [["green", "--minutes="], /Cannot read --minutes: expected a number, got ""/],
    [[], /Cannot run "brew": expected 1 word\(s\) \[KIND\], got \[\]/],
    [["green", "tea"], /got \[green tea\]/],
  ];
  for (const [args, message] of cases) {
    assert.throws(
      () => parseCommand(syntax, args),
      (error) => error instanceof UsageError && message.test(error.message),
      args.join(" "),
    );
  }
});

Deno.test("helpText() lists every option with its default", () => {
  assert.equal(
    helpText(syntax),
    [
      "Brews tea",
      "",
      "Usage: deno task brew KIND [options]",
      "",
      "  --minutes NUMBER  How long (default: 3)",
      "  --cup CUP         Which cup",
      "  --milk            With milk",
      "  --help            Show this text",
      "",
    ].join("\n"),
  );
});

Deno.test("parseCommand() takes optional words all or none", () => {
  const syntax = {
    name: "check",
    summary: "",
    words: ["A", "B"],
    wordsOptional: true,
    options: {},
  };
  assert.deepEqual(parseCommand(syntax, []).words, []);
  assert.deepEqual(parseCommand(syntax, ["a", "b"]).words, ["a", "b"]);
  assert.throws(() => parseCommand(syntax, ["a"]), {
    message: 'Cannot run "check": expected 2 word(s) [A B], got [a]',
  });
  assert.match(helpText(syntax), /\nUsage: deno task check \[A B\] \[options\]\n/);
});
