/** Above these, somebody is told: read by alarms, by the rules of Prometheus and by what draws charts. */
export const THRESHOLDS = {
  nodeCpuPercent: 80,
  nodeMemoryPercent: 90,
  redisCpuPercent: 70,
  redisMemoryPercent: 70,
  throttledRequests: 0,
  tableCapacityPercent: 80,
  serverErrorPercent: 5,
  natBandwidthPercent: 90,
  p99Seconds: 0.3,
} as const;

/** What the owners want to stay under, long before anybody is told. */
export const GOALS = { redisCpuPercent: 30 } as const;
