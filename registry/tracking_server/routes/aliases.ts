/** `/registered-models/alias`: moving names of versions. */

import { requireLength } from "../requests/key_rules.ts";
import { requiredText } from "../requests/parameters.ts";
import { recordAliasMove } from "../records/alias_moves.ts";
import { readAliasedRow } from "../records/aliases.ts";
import { modelVersionRecord, readVersionRow } from "../records/model_versions.ts";
import { requireRegisteredModel, touchRegisteredModel } from "../records/registered_models.ts";
import { TrackingError } from "../tracking_error.ts";
import { aliasChanged } from "../webhooks/registry_changes.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const path = "registered-models/alias";

const set = defineWrite({
  method: "POST",
  path,
  parameters: { name: requiredText, alias: requiredText, version: requiredText },
  answer({ database, now }, { name, alias, version }) {
    requireAlias(alias);
    readVersionRow(database, name, version);
    recordAliasMove(database, { name, alias, to: Number(version) }, now());
    database.run(
      `INSERT INTO registered_model_aliases VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET version = excluded.version`,
      ...[name, alias, Number(version)],
    );
    touchRegisteredModel(database, name, now());
    return {};
  },
  event: (database, { name, alias, version }) =>
    aliasChanged(database, "created", { name, alias, version }),
});

const remove = defineWrite({
  method: "DELETE",
  path,
  parameters: { name: requiredText, alias: requiredText },
  answer({ database, now }, { name, alias }) {
    requireRegisteredModel(database, name);
    recordAliasMove(database, { name, alias, to: null }, now());
    database.run(
      "DELETE FROM registered_model_aliases WHERE name = ? AND alias = ?",
      name,
      alias,
    );
    return {};
  },
  event: (database, { name, alias }) => aliasChanged(database, "deleted", { name, alias }),
});

const get = defineRoute({
  method: "GET",
  path,
  parameters: { name: requiredText, alias: requiredText },
  answer({ database }, { name, alias }) {
    const row = readAliasedRow(database, name, alias);
    return { model_version: modelVersionRecord(database, row) };
  },
});

/** The endpoints of aliases. */
export const aliasRoutes: readonly Route[] = [set, remove, get];

function requireAlias(alias: string): void {
  if (!/^[\p{L}\p{N}_-]*\n?$/u.test(alias)) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid alias name: '${alias}'. Names may only contain alphanumerics, underscores (_), and dashes (-).`,
    );
  }
  requireLength("Registered model alias name", alias, 255);
  if (alias.toLowerCase() === "latest") {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      "'latest' alias name (case insensitive) is reserved.",
    );
  }
  if (/^v\d+$/i.test(alias)) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Version alias name '${alias}' is reserved.`,
    );
  }
}
