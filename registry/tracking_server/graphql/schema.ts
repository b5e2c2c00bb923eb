/** MLflow's GraphQL schema: all that its release 3.11.1 names. */

import { buildSchema, type GraphQLSchema } from "graphql";
import experiments from "./schema/experiments.graphql" with { type: "text" };
import modelVersions from "./schema/model_versions.graphql" with { type: "text" };
import requests from "./schema/requests.graphql" with { type: "text" };
import runs from "./schema/runs.graphql" with { type: "text" };

/** The schema; what fills its fields stands in `resolvers.ts` and `record_field.ts`. */
export const schema: GraphQLSchema = buildSchema(
  [requests, experiments, runs, modelVersions].join("\n"),
);
