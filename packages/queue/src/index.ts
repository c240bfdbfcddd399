export type { Enqueue, EnqueueOptions, Handler, JobDefinition } from "./contract";
