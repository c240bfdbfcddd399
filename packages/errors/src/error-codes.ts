/** How every error code is treated, in one table: tRPC, HTTP and the worker all read it. */
interface ErrorTreatment {
  /** Name of the tRPC error code that carries it. */
  trpc:
    | "BAD_REQUEST"
    | "UNAUTHORIZED"
    | "FORBIDDEN"
    | "NOT_FOUND"
    | "CONFLICT"
    | "PRECONDITION_FAILED"
    | "TOO_MANY_REQUESTS"
    | "SERVICE_UNAVAILABLE"
    | "TIMEOUT"
    | "INTERNAL_SERVER_ERROR";
  http: number;
  /**
   * Whether the same call may succeed later without any change. The worker waits and tries again only then.
   */
  isRetryable: boolean;
  /** Who has to act: the person who asked, the cloud, or the people who run Greenroom. */
  blame: "user" | "cloud" | "greenroom";
}

export const ERROR_CODES = {
  INVALID_INPUT: { trpc: "BAD_REQUEST", http: 400, isRetryable: false, blame: "user" },
  UNAUTHENTICATED: { trpc: "UNAUTHORIZED", http: 401, isRetryable: false, blame: "user" },
  FORBIDDEN: { trpc: "FORBIDDEN", http: 403, isRetryable: false, blame: "user" },
  NOT_FOUND: { trpc: "NOT_FOUND", http: 404, isRetryable: false, blame: "user" },
  CONFLICT: { trpc: "CONFLICT", http: 409, isRetryable: false, blame: "user" },
  STALE: { trpc: "PRECONDITION_FAILED", http: 412, isRetryable: false, blame: "user" },
  RATE_LIMITED: { trpc: "TOO_MANY_REQUESTS", http: 429, isRetryable: true, blame: "user" },
  TEMPLATE_INVALID: { trpc: "BAD_REQUEST", http: 400, isRetryable: false, blame: "greenroom" },
  BUDGET_EXCEEDED: { trpc: "CONFLICT", http: 409, isRetryable: false, blame: "user" },
  DIGEST_MISMATCH: { trpc: "PRECONDITION_FAILED", http: 412, isRetryable: false, blame: "greenroom" },
  CLOUD_REFUSED: { trpc: "PRECONDITION_FAILED", http: 412, isRetryable: false, blame: "cloud" },
  CLOUD_UNAVAILABLE: { trpc: "SERVICE_UNAVAILABLE", http: 503, isRetryable: true, blame: "cloud" },
  DATABASE_UNAVAILABLE: { trpc: "SERVICE_UNAVAILABLE", http: 503, isRetryable: true, blame: "greenroom" },
  INTERNAL: { trpc: "INTERNAL_SERVER_ERROR", http: 500, isRetryable: false, blame: "greenroom" },
} as const satisfies Record<string, ErrorTreatment>;

export type ErrorCode = keyof typeof ERROR_CODES;
