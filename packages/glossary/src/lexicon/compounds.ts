/** Words that stand for one thing although both halves are words: no term is linked inside them. */
export const compounds: readonly string[] = []
