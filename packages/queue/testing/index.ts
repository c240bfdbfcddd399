export { type TestBackend, testBackends } from "./backends";
export { freePort, redisBinary, startRedis, type TestRedis } from "./start-redis";
