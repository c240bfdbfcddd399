import { CatalogScreen } from "../../../features/catalog/catalog-screen";
import { titledAs } from "../../page-title";

export const generateMetadata = titledAs("catalog");

export default function CatalogPage() {
  return <CatalogScreen />;
}
