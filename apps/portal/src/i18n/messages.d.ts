import type { Locale } from "@greenroom/messages";
import type { PageTexts } from "@greenroom/messages/pages";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: PageTexts;
  }
}
