export { createQueueConnection, type QueueConnection } from "./connection";
export type { Enqueue, Handler, HandlersOf } from "./contract";
export { createEnqueue } from "./create-enqueue";
export { defineJob } from "./define-job";
export { type QueueRuntime, startQueueRuntime } from "./runtime";
