import { CatalogScreen } from "../../../features/catalog/catalog-screen";

export default function CatalogPage() {
  return <CatalogScreen />;
}
