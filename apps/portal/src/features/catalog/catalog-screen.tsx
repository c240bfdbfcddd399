"use client";
import { BLUEPRINTS, blueprintText, parseSpec } from "@greenroom/infra-templates/catalog";
import { Badge, Card, LinkButton, PageHeader } from "@greenroom/ui";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

/** What can be asked for, one card for each blueprint. */
export function CatalogScreen() {
  const t = useTranslations("catalog");
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <ul className="grid gap-4 lg:grid-cols-2">
        {BLUEPRINTS.map((model) => {
          // What the smallest size has is the core; the rest can be switched on.
          const example = model.presets[0]?.spec;
          const core = new Set(model.stacks(parseSpec(model, example)).map(({ key }) => key));
          return (
            <li key={model.id} className="min-w-0">
              <Card
                title={blueprintText(model.title, locale)}
                aside={
                  <span className="text-ink-muted text-sm">{t("version", { version: model.version })}</span>
                }
              >
                <p>{blueprintText(model.summary, locale)}</p>
                <h3 className="mt-4 mb-1 font-medium">{t("stacks")}</h3>
                <ul className="grid gap-1">
                  {model.everyStack.map((stack) => (
                    <li key={stack.key}>
                      <span className="font-medium">{blueprintText(stack.title, locale)}</span>{" "}
                      <span className="text-ink-muted">{blueprintText(stack.summary, locale)}</span>{" "}
                      {core.has(stack.key) ? null : <Badge>{t("optional")}</Badge>}
                    </li>
                  ))}
                </ul>
                <h3 className="mt-4 mb-1 font-medium">{t("presets")}</h3>
                <ul className="flex flex-wrap gap-1">
                  {model.presets.map((preset) => (
                    <li key={preset.key}>
                      <Badge>{blueprintText(preset.label, locale)}</Badge>
                    </li>
                  ))}
                </ul>
                <div className="mt-4">
                  <LinkButton variant="primary" href={`/catalog/${model.id}/new`}>
                    <Plus aria-hidden />
                    {t("ask")}
                  </LinkButton>
                </div>
              </Card>
            </li>
          );
        })}
      </ul>
    </>
  );
}
