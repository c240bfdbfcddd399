export { type TestBackend, testBackends } from "./backends";
export { redisBinary, startRedis, type TestRedis } from "./start-redis";
