export { type TestBackend, testBackends } from "./backends";
export { freePort, redisBinary, startRedis } from "./start-redis";
