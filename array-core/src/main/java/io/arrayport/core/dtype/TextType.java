package io.arrayport.core.dtype;

/**
 * Fixed-width strings: NumPy's category {@code character}. Shorter ones are filled up with NUL, so that trailing NULs
 * are no part of a string.
 */
public sealed interface TextType extends FlexibleType permits BytesType, UnicodeType {
    /** Returns how many characters an element has room for. 0 is no width yet: what it meets says how long. */
    int length();

    /** Returns the type with room for {@code length} characters. */
    TextType withLength(int length);

    /** Returns the bytes of one character. */
    int unit();
}
