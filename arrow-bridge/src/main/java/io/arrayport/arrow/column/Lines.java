package io.arrayport.arrow.column;

import java.util.regex.Pattern;

/** Messages about what others wrote. */
public final class Lines {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final char DELETE = 0x7F;
    private static final int LONGEST = 500;
    private static final int LONGEST_PLACE = 200;

    private Lines() {}

    /** One line of bounded length, whatever names a file or a neighbour made up. */
    public static String one(String text) {
        String line = isOne(text) ? text : CONTROL.matcher(text).replaceAll("?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** Whether nothing is to be replaced, as always but for those who try what happens. */
    private static boolean isOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == DELETE) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #one}, of a place that may be nested deep and what is wrong there, which is what has to be read. */
    public static String at(String operation, String place, String problem) {
        String shown = place.length() <= LONGEST_PLACE ? place
                : place.substring(0, LONGEST_PLACE / 2) + " ... " + place.substring(place.length() - LONGEST_PLACE / 2);
        return one(operation + ": " + shown + ": " + problem);
    }
}
