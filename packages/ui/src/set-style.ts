/**
 * A ref that sets styles from the script. The portal's content policy allows no style attributes in its HTML,
 * which is where React's `style` goes on the server.
 * @param styles by CSS property, e.g. { width: "40%" }
 */
export const setStyle =
  (styles: Record<string, string>) =>
  (element: HTMLElement | SVGElement | null): void => {
    for (const [property, value] of Object.entries(styles)) element?.style.setProperty(property, value);
  };
