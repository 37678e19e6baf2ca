/**
 * The smallest layout shift that a person can see: the whole screen moves by a quarter of a pixel,
 * or one line of text by five. Some machines report less, such as 0.00004, when rounding changes.
 *
 * @see https://web.dev/articles/cls#layout_shift_score
 */
export const VISIBLE_SHIFT = 0.0002;
