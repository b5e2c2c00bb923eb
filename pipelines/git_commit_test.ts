import assert from "node:assert/strict";
import { dirname } from "node:path";
import { readGitCommit } from "./git_commit.ts";

const A = "a".repeat(40);
const B = "b".repeat(40);

/** Writes files into a new folder, reads the commit of the folder `at` in it and removes all. */
async function commitOf(files: Record<string, string>, at = "."): Promise<string | undefined> {
  const folder = await Deno.makeTempDir();
  for (const [name, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(`${folder}/${name}`), { recursive: true });
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const commit = await readGitCommit(`${folder}/${at}`);
  await Deno.remove(folder, { recursive: true });
  return commit;
}

Deno.test("readGitCommit() follows the branch that is checked out", async () => {
  const head = { ".git/HEAD": "ref: refs/heads/topic/in progress\n" };
  assert.equal(await commitOf({ ...head, ".git/refs/heads/topic/in progress": `${A}\n` }), A);
});

Deno.test("readGitCommit() finds a branch among the packed ones, unless it has moved since", async () => {
  const files = {
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/packed-refs": `# pack-refs with: peeled\n${B} refs/heads/main-2\n${A} refs/heads/main\n`,
  };
  assert.equal(await commitOf(files), A);
  assert.equal(await commitOf({ ...files, ".git/refs/heads/main": `${B}\n` }), B);
});

Deno.test("readGitCommit() takes a commit that is checked out without a branch", async () => {
  assert.equal(await commitOf({ ".git/HEAD": `${A}\n` }), A);
});

Deno.test("readGitCommit() finds the folder of a linked working copy", async () => {
  assert.equal(
    await commitOf({
      "copy/.git": "gitdir: ../main/.git/worktrees/copy\n",
      "main/.git/worktrees/copy/HEAD": "ref: refs/heads/topic\n",
      "main/.git/worktrees/copy/commondir": "../..\n",
      "main/.git/refs/heads/topic": `${A}\n`,
    }, "copy"),
    A,
  );
});

Deno.test("readGitCommit() knows none where there is no git, no commit yet or something odd", async () => {
  assert.equal(await commitOf({}), undefined);
  assert.equal(await commitOf({ ".git/HEAD": "ref: refs/heads/main\n" }), undefined);
  assert.equal(await commitOf({ ".git/HEAD": "<html>\n" }), undefined);
});
