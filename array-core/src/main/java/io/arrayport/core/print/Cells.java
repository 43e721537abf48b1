package io.arrayport.core.print;

/** The numbers of a row that is formatted. */
public interface Cells {
    /** Whether the number at a place has a fraction. */
    boolean isFloating(int place);

    /** A number that has none; of unsigned types its bits. */
    long integer(int place);

    /** Whether {@link #integer} is to be read without a sign. */
    boolean isUnsigned(int place);

    /** Any number. */
    double real(int place);

    /** As {@code str} writes it. */
    String text(int place);
}
