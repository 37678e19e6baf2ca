/**
 * The elements of `template.njk` that the script works with.
 * @throws Error naming the first one that the markup lacks.
 */
export function findParts(root: HTMLElement) {
  return {
    form: find("form", HTMLFormElement),
    errors: find(".cmp-rating-errors"),
    ratingStep: find(".cmp-rating-first"),
    ratings: find(".rating"),
    rating: { control: find("[name=rating]"), beside: find("#feedback-rating-error") },
    commentStep: find(".cmp-rating-comment"),
    comment: {
      control: find("textarea", HTMLTextAreaElement),
      beside: find("#feedback-comment-error"),
    },
    counter: find("[data-counter]"),
    back: find("[type=button]"),
    submit: find("[type=submit]"),
    status: find("[role=status]"),
  };

  function find(selector: string): HTMLElement;
  function find<E extends HTMLElement>(selector: string, type: new () => E): E;
  function find(selector: string, type = HTMLElement): HTMLElement {
    const element = root.querySelector(selector);
    if (element instanceof type) return element;
    throw new Error(`feedback: no ${selector}`);
  }
}
