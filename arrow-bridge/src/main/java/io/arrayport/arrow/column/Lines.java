package io.arrayport.arrow.column;

import java.util.regex.Pattern;

/** Messages about what others wrote. */
public final class Lines {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 500;

    private Lines() {}

    /** One line of bounded length, whatever names a file or a neighbour made up. */
    public static String one(String text) {
        String line = CONTROL.matcher(text).replaceAll("?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
