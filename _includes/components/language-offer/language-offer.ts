/** Remembers, in this browser only, that the visitor closed the offer. */
const DISMISSED = "language-offer-dismissed";

/**
 * Offers the page in the first of the browser's languages that the page exists in. The offer is
 * in that language, on a line that can be closed for good. A browser that prefers the page's
 * own language gets no offer.
 * @param root the list of languages, whose links have the texts in `data-offer` and `data-dismiss`
 */
export function createLanguageOffer(root: HTMLElement): { init(): void; destroy(): void } {
  const line = document.createElement("aside");

  function offeredLink(): HTMLAnchorElement | undefined {
    const links = [...root.querySelectorAll<HTMLAnchorElement>("[data-offer], [aria-current]")];
    const preferred = navigator.languages
      .map((tag) => links.find(({ hreflang }) => hreflang === tag.split("-")[0]))
      .find((link) => link !== undefined);
    return preferred?.dataset["offer"] ? preferred : undefined;
  }

  function show({ href, hreflang, lang, dir, dataset }: HTMLAnchorElement): void {
    const link = document.createElement("a");
    Object.assign(link, { id: "language-offer", href, hreflang, textContent: dataset["offer"] });
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn", textContent: "×", onclick: dismiss });
    button.setAttribute("aria-label", dataset["dismiss"] ?? "");
    Object.assign(line, { className: "language-offer d-print-none", lang, dir });
    line.setAttribute("aria-labelledby", link.id);
    line.append(link, button);
    // Near the beginning for the keyboard and for screen readers, although it is drawn at
    // the bottom of the window.
    document.querySelector("header")?.before(line);
  }

  function dismiss(): void {
    line.remove();
    remember();
  }

  return {
    init(): void {
      const link = isDismissed() ? undefined : offeredLink();
      if (link) show(link);
    },
    destroy(): void {
      line.remove();
    },
  };
}

/** If the browser keeps nothing, the line comes back on the next page. */
function isDismissed(): boolean {
  try {
    return localStorage.getItem(DISMISSED) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(DISMISSED, "1");
  } catch {
    // Storage is full or forbidden.
  }
}
