/** What every tracking server answers the client about registered models and their versions. */

import assert from "node:assert/strict";
import type { RegistryClient } from "./client.ts";
import type { ClientCase } from "./conformance.ts";
import {
  createModelVersion,
  createRegisteredModel,
  createWebhook,
  deleteModelAlias,
  deleteModelVersion,
  deleteModelVersionTag,
  deleteRegisteredModel,
  deleteRegisteredModelTag,
  deleteWebhook,
  ensureRegisteredModel,
  getDownloadUri,
  getModelVersion,
  getModelVersionByAlias,
  getRegisteredModel,
  getWebhook,
  latestModelVersions,
  listWebhooks,
  type ModelStage,
  renameRegisteredModel,
  searchModelVersions,
  searchRegisteredModels,
  setModelAlias,
  setModelVersionTag,
  setRegisteredModelTag,
  testWebhook,
  transitionModelStage,
  updateModelVersion,
  updateRegisteredModel,
  updateWebhook,
} from "./mod.ts";

const source = "mlflow-artifacts:/0/run/artifacts/model";
const unknown = { errorCode: "RESOURCE_DOES_NOT_EXIST", status: 404 };

/** A registered model with some versions. */
async function newModel(client: RegistryClient, name: string, versions: number): Promise<void> {
  await createRegisteredModel(client, { name });
  for (let i = 0; i < versions; i++) await createModelVersion(client, { name, source });
}

/** By what they show; a name says what a server must do. */
export const registryCases: Readonly<Record<string, ClientCase>> = {
  "a registered model is created, tagged, described, renamed and deleted": async (client) => {
    const name = "suite-model";
    await createRegisteredModel(client, { name, description: "a", tags: { t: "1", u: "2" } });
    await assert.rejects(createRegisteredModel(client, { name }), {
      errorCode: "RESOURCE_ALREADY_EXISTS",
      status: 400,
    });
    await setRegisteredModelTag(client, { name, key: "t", value: "3" });
    for (let i = 0; i < 2; i++) await deleteRegisteredModelTag(client, { name, key: "u" });
    assert.equal(
      (await updateRegisteredModel(client, { name, description: "b" })).description,
      "b",
    );
    const newName = "suite-model 2";
    assert.equal((await renameRegisteredModel(client, { name, newName })).name, newName);
    const { creationTime, lastUpdateTime, ...facts } = await getRegisteredModel(client, newName);
    assert.deepEqual(facts, { name: newName, description: "b", tags: { t: "3" }, aliases: {} });
    assert.ok(lastUpdateTime >= creationTime);
    assert.equal((await ensureRegisteredModel(client, newName)).description, "b");
    await deleteRegisteredModel(client, newName);
    for (const gone of [name, newName]) {
      await assert.rejects(getRegisteredModel(client, gone), {
        ...unknown,
        message: `Registered Model with name=${gone} not found`,
      });
    }
  },

  "registered models are found in the order asked for, over pages": async (client) => {
    for (const name of ["suite-b", "suite-c", "suite-a"]) {
      await createRegisteredModel(client, { name, tags: { paged: "yes" } });
    }
    const names = (orderBy?: string[]) =>
      Array.fromAsync(
        searchRegisteredModels(client, { filter: "tags.paged = 'yes'", orderBy, pageSize: 2 }),
        ({ name }) => name,
      );
    assert.deepEqual(await names(), ["suite-a", "suite-b", "suite-c"]);
    assert.deepEqual(await names(["name DESC"]), ["suite-c", "suite-b", "suite-a"]);
  },

  "a version is numbered, described, tagged and deleted": async (client) => {
    const name = "suite-version";
    await createRegisteredModel(client, { name });
    const made = await createModelVersion(client, {
      ...{ name, source, runId: "r", description: "a", tags: { t: "1", u: "2" } },
      runLink: "https://host/r",
    });
    await setModelVersionTag(client, { ...made, key: "t", value: "3" });
    for (let i = 0; i < 2; i++) await deleteModelVersionTag(client, { ...made, key: "u" });
    await updateModelVersion(client, { ...made, description: "b" });
    const { creationTime, lastUpdateTime, ...facts } = await getModelVersion(client, made);
    assert.deepEqual(facts, {
      name,
      version: "1",
      description: "b",
      source,
      runId: "r",
      status: "READY",
      statusMessage: "",
      stage: "None",
      tags: { t: "3" },
      aliases: [],
      modelId: "",
    });
    assert.ok(lastUpdateTime >= creationTime);
    assert.equal(await getDownloadUri(client, made), source);
    assert.equal((await createModelVersion(client, { name, source })).version, "2");
    await deleteModelVersion(client, { name, version: "2" });
    await assert.rejects(getModelVersion(client, { name, version: "2" }), {
      ...unknown,
      message: `Model Version (name=${name}, version=2) not found`,
    });
    await assert.rejects(createModelVersion(client, { name: "suite-none", source }), unknown);
  },

  "versions are found in the order asked for, over pages": async (client) => {
    const name = "suite-versions";
    await newModel(client, name, 3);
    const versions = (orderBy?: string[]) =>
      Array.fromAsync(
        searchModelVersions(client, { filter: `name = '${name}'`, orderBy, pageSize: 2 }),
        ({ version }) => version,
      );
    assert.deepEqual(await versions(["version_number ASC"]), ["1", "2", "3"]);
    assert.deepEqual(await versions(["version_number DESC"]), ["3", "2", "1"]);
    assert.deepEqual((await versions()).sort(), ["1", "2", "3"]);
  },

  "an alias names one version at a time": async (client) => {
    const name = "suite-alias";
    await newModel(client, name, 2);
    const champion = { name, alias: "champion" };
    for (const version of ["1", "2"]) await setModelAlias(client, { ...champion, version });
    const named = await getModelVersionByAlias(client, champion);
    assert.deepEqual([named.version, named.aliases], ["2", ["champion"]]);
    assert.deepEqual((await getRegisteredModel(client, name)).aliases, { champion: "2" });
    for (let i = 0; i < 2; i++) await deleteModelAlias(client, champion);
    await assert.rejects(getModelVersionByAlias(client, champion), {
      errorCode: "INVALID_PARAMETER_VALUE",
      message: "Registered model alias champion not found.",
    });
  },

  "a version that is promoted to a stage archives the one before when asked to": async (client) => {
    const name = "suite-stages";
    await newModel(client, name, 3);
    const stage = "Production";
    await transitionModelStage(client, { name, version: "1", stage });
    const to = { name, version: "2", stage, archiveExisting: true } as const;
    assert.equal((await transitionModelStage(client, to)).stage, "Production");
    const latest = async (stages?: ModelStage[]) =>
      (await latestModelVersions(client, name, stages))
        .map(({ version, stage }) => `${stage} ${version}`).sort();
    assert.deepEqual(await latest(), ["Archived 1", "None 3", "Production 2"]);
    assert.deepEqual(await latest(["None"]), ["None 3"]);
  },

  "a webhook is created, changed in part, listed and deleted": async (client) => {
    const url = "https://1.1.1.1/hook";
    const events = ["model_version.created", "model_version_tag.set"] as const;
    const { webhookId } = await createWebhook(client, { name: "suite-hook", url, events });
    const changed = await updateWebhook(client, webhookId, {
      description: "words",
      status: "DISABLED",
    });
    const { creationTime, lastUpdateTime, ...facts } = changed;
    assert.deepEqual({ ...facts, events: facts.events.toSorted() }, {
      webhookId,
      name: "suite-hook",
      description: "words",
      url,
      events,
      status: "DISABLED",
    });
    assert.ok(lastUpdateTime >= creationTime);
    assert.equal((await getWebhook(client, webhookId)).description, "words");
    const ids = await Array.fromAsync(listWebhooks(client, { pageSize: 1 }), (w) => w.webhookId);
    assert.deepEqual(ids, [webhookId]);
    await deleteWebhook(client, webhookId);
    await assert.rejects(getWebhook(client, webhookId), unknown);
    await assert.rejects(testWebhook(client, webhookId), unknown);
  },
};
