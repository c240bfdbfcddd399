import pg from "pg";

/** node-postgres' words when `query_timeout` is over. */
const TIMED_OUT = "Query read timeout";

/**
 * A connection that ends itself when a query gets no answer in time. Otherwise the ROLLBACK that follows
 * would wait behind the unanswered query, and the connection would go back to the pool to make somebody else
 * wait.
 */
export class PromptClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => {
      const answer = query(...args);
      if (answer instanceof Promise) {
        answer.catch((error: unknown) => {
          if (error instanceof Error && error.message === TIMED_OUT) void this.end();
        });
      }
      return answer;
    }) as typeof this.query;
  }
}
