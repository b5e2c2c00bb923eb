/**
 * Training of networks with TensorFlow.js, whose only importer this folder is. Importing it loads
 * TensorFlow.js, so a detector does that in its fit; scoring needs none of it.
 *
 * @module
 */
export { autoencoderGraph } from "./autoencoder_graph.ts";
export { type Backend, startBackend } from "./backend.ts";
export { lstmGraph } from "./lstm_graph.ts";
export { type Graph, type Samples, type TrainingContext, trainNetwork } from "./train_network.ts";
export { transformerGraph } from "./transformer_graph.ts";
