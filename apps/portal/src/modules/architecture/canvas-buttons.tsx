"use client";
import { Button } from "@greenroom/ui";
import { useViewport } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Layout, Size } from "./layout";
import { outsideOf } from "./view";

/** Zooms the drawing; says in words that there is more than the frame shows, and shows it. */
export function CanvasButtons({
  layout,
  frame,
  onZoomOut,
  onZoomIn,
  onFit,
}: {
  layout: Layout;
  frame: Size;
  onZoomOut: () => void;
  onZoomIn: () => void;
  onFit: () => void;
}) {
  const t = useTranslations("architecture");
  const outside = outsideOf(layout, useViewport(), frame);
  return (
    <div className="absolute right-2 bottom-2 z-10 flex gap-1">
      <Button size="icon" aria-label={t("zoomOut")} title={t("zoomOut")} onClick={onZoomOut}>
        <Minus aria-hidden />
      </Button>
      <Button size="icon" aria-label={t("zoomIn")} title={t("zoomIn")} onClick={onZoomIn}>
        <Plus aria-hidden />
      </Button>
      {outside > 0 ? (
        <Button onClick={onFit}>
          <Maximize aria-hidden />
          {t("fitOutside", { count: outside })}
        </Button>
      ) : (
        <Button size="icon" aria-label={t("fit")} title={t("fit")} onClick={onFit}>
          <Maximize aria-hidden />
        </Button>
      )}
    </div>
  );
}
