/** The control that an error is about, and the element beside it that says so. */
export interface FieldError {
  readonly control: HTMLElement;
  readonly beside: HTMLElement;
}

/**
 * Tells an error at the head of the form, with a link to its control, and beside the control.
 * The markup is the one that the server writes when it refuses a native post.
 * @param container the focusable element for the summary: it takes the focus, so that the error is read at once.
 */
export function showError(container: HTMLElement, title: string, message: string, field?: FieldError): void {
  const summary = document.createElement("div");
  summary.className = "alert alert-danger";
  summary.role = "alert";
  const heading = document.createElement("h2");
  heading.className = "h5";
  heading.textContent = title;
  const detail = document.createElement(field ? "a" : "p");
  detail.textContent = message;
  if (field) {
    detail.setAttribute("href", `#${field.control.id}`);
    field.beside.textContent = message;
  }
  summary.append(heading, detail);
  container.replaceChildren(summary);
  container.focus();
}
