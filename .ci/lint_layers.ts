/**
 * The lint plugin that holds Wattbook's architecture: folder directions, faces, owners of
 * heavy packages, and where environment, clock, randomness and printing may live.
 *
 * A rule is added by one file in `lint/`, its test, and one line here.
 *
 * @module
 */
import { declaredFunctions } from "./lint/declared_functions.ts";
import { environmentAtTheEdge } from "./lint/environment_at_the_edge.ts";
import { errorMessages } from "./lint/error_messages.ts";
import { explicitInputs } from "./lint/explicit_inputs.ts";
import { facesOnly } from "./lint/faces_only.ts";
import { folderDirections } from "./lint/folder_directions.ts";
import { lightFaces } from "./lint/light_faces.ts";
import { packageOwnership } from "./lint/package_ownership.ts";
import { printingInMain } from "./lint/printing_in_main.ts";
import { tellingNames } from "./lint/telling_names.ts";

/** The plugin; a diagnostic's code is `wattbook/<rule>`. */
export default {
  name: "wattbook",
  rules: {
    "declared-functions": declaredFunctions,
    "environment-at-the-edge": environmentAtTheEdge,
    "error-messages": errorMessages,
    "explicit-inputs": explicitInputs,
    "faces-only": facesOnly,
    "folder-directions": folderDirections,
    "light-faces": lightFaces,
    "package-ownership": packageOwnership,
    "printing-in-main": printingInMain,
    "telling-names": tellingNames,
  },
} satisfies Deno.lint.Plugin;
