import { expect, it } from "vitest";
import { coalesce } from "./coalesce";

function createRead() {
  const ends: ((error?: Error) => void)[] = [];
  const read = () =>
    new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
  const finish = async (error?: Error) => {
    ends.at(-1)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { read, finish, count: () => ends.length };
}

it("reads at once, and once more for all calls that came meanwhile", async () => {
  const { read, finish, count } = createRead();
  const refresh = coalesce(read);
  for (let call = 0; call < 20; call++) refresh();
  expect(count()).toBe(1);
  await finish();
  expect(count()).toBe(2);
  await finish();
  expect(count()).toBe(2);
});

it("reads again after a read that failed", async () => {
  const { read, finish, count } = createRead();
  const refresh = coalesce(read);
  refresh();
  await finish(new Error("away"));
  refresh();
  expect(count()).toBe(2);
});
