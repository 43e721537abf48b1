package io.arrayport.core.element;

import java.util.Arrays;
import java.util.stream.Stream;

/** What kinds of characters there are, as Python's methods of strings tell them apart by Unicode's properties. */
public final class Letter {
    /** Digits that are no decimal ones, such as superscripts: first and last of each range. */
    private static final int[] DIGITS = numbers("b2 b3 b9 b9 1369 1371 19da 19da 2070 2070 2074 2079 2080 2089 2460 "
            + "2468 2474 247c 2488 2490 24ea 24ea 24f5 24fd 24ff 24ff 2776 277e 2780 2788 278a 2792 10a40 10a43 10e60 "
            + "10e68 11052 1105a 1f100 1f10a");

    /** Ideographs that mean numbers, in order. */
    private static final int[] NUMERALS = numbers("3405 3483 382a 3b4d 4e00 4e03 4e07 4e09 4e5d 4e8c 4e94 4e96 4ebf "
            + "4ec0 4edf 4ee8 4f0d 4f70 5104 5146 5169 516b 516d 5341 5343 5344 5345 534c 53c1 53c2 53c3 53c4 "
            + "56db 58f1 58f9 5e7a 5efe 5eff 5f0c 5f0d 5f0e 5f10 62fe 634c 67d2 6f06 7396 767e 8086 842c 8cae "
            + "8cb3 8d30 9621 9646 964c 9678 96f6 f96b f973 f978 f9b2 f9d1 f9d3 f9fd 20001 20064 200e2 20121 "
            + "2092a 20983 2098c 2099c 20aea 20afd 20b19 22390 22998 23b1b 2626d 2f890");

    private Letter() {}

    private static int[] numbers(String text) {
        return Stream.of(text.split(" ")).mapToInt(number -> Integer.parseInt(number, 16)).toArray();
    }

    /** Whether it is a letter. */
    public static boolean isAlpha(int point) {
        return Character.isLetter(point);
    }

    /** Whether it is one of the ten digits of a script. */
    public static boolean isDecimal(int point) {
        return Character.isDigit(point);
    }

    /** Whether it is a digit, also one that stands higher or in a circle. */
    public static boolean isDigit(int point) {
        if (isDecimal(point)) {
            return true;
        }
        int place = Arrays.binarySearch(DIGITS, point);
        return place >= 0 || (-place - 1) % 2 == 1;
    }

    /** Whether it means a number, as fractions and some ideographs do. */
    public static boolean isNumeric(int point) {
        return switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Arrays.binarySearch(NUMERALS, point) >= 0;
        };
    }

    /** Whether it is a letter or a number. */
    public static boolean isAlnum(int point) {
        return isAlpha(point) || isNumeric(point) || isDigit(point);
    }

    /** Whether it is blank. */
    public static boolean isSpace(int point) {
        return point >= 0x9 && point <= 0xD || point >= 0x1C && point <= 0x20 || point == 0x85 || point == 0xA0
                || point > 0xFF && Character.isSpaceChar(point);
    }

    /** Whether it is a small letter. */
    public static boolean isLower(int point) {
        return Character.isLowerCase(point);
    }

    /** Whether it is a capital, or the first half of one. */
    public static boolean isUpperOrTitle(int point) {
        return Character.isUpperCase(point) || Character.isTitleCase(point);
    }
}
