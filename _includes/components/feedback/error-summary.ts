/** The control that an error is about, and the element beside it that shows the error. */
export interface ErrorField {
  readonly control: HTMLElement;
  readonly beside: HTMLElement;
}

export interface FormError {
  readonly message: string;
  /** Absent if no field of the form can be changed to correct the error. */
  readonly field?: ErrorField | undefined;
}

/** Shows errors beside their controls and in a summary, where each has a link to its control. */
export function showErrors(container: HTMLElement, title: string, errors: readonly FormError[]): void {
  const summary = append(container, "div");
  summary.className = "alert alert-danger";
  // Not the properties of ARIA, which Firefox has only since version 119.
  summary.setAttribute("role", "alert");
  append(summary, "h2", title).className = "h5";
  for (const { message, field } of errors) {
    const line = append(summary, "p");
    if (field) {
      append(line, "a", message).setAttribute("href", `#${field.control.id}`);
      field.beside.textContent = message;
    } else {
      line.textContent = message;
    }
  }
}

function append(parent: HTMLElement, name: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return parent.appendChild(element);
}
