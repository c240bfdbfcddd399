export interface BenchStack {
  url: string;
  databaseUrl: string;
  ownerUrl: string;
  sandboxUrl: string | undefined;
}
