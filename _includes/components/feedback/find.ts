/**
 * Makes a function that finds the elements of `template.njk` that the script needs.
 * @throws Error naming the selector, if it matches nothing
 */
export function createFind(root: HTMLElement): (selector: string) => HTMLElement {
  return (selector) => {
    const element = root.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`feedback: no ${selector}`);
    return element;
  };
}
