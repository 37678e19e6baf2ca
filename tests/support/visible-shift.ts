/**
 * The least layout shift that a person sees: all that is on the screen moved by a quarter of a pixel, or one line of text by
 * five. Some machines report less, such as 0.00004, when a rounding changes.
 *
 * @see https://web.dev/articles/cls#layout_shift_score
 */
export const VISIBLE_SHIFT = 0.0002;
