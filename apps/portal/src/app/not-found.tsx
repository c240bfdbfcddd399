import { NotFoundScreen } from "./not-found-screen";

/** An address outside every frame, which brings the landmark of the page itself. */
export default function NotFound() {
  return (
    <main>
      <NotFoundScreen />
    </main>
  );
}
