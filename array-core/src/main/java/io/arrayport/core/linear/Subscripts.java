package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.arrayport.core.error.ShapeException;

/**
 * What einsum is told: labels for the axes of each operand and of the result. Letters are their own labels; axes under
 * an ellipsis have negative ones, counted from the last, so that they meet as they broadcast.
 *
 * @param operands may name an axis twice, which is its diagonal
 * @param result names none twice
 */
record Subscripts(List<int[]> operands, int[] result) {
    private static final String ELLIPSIS = "...";
    private static final String ARROW = "->";
    private static final int LETTERS = 52;

    /**
     * Reads {@code "ij,jk->ik"}; without an arrow the result has the ellipsis and what is named once, by alphabet.
     *
     * @param ndims how many axes the operands have
     */
    static Subscripts parse(String operation, String text, int... ndims) {
        String[] sides = text.replace(" ", "").split(ARROW, -1);
        if (sides.length > 2) {
            throw refused(operation, text, "there is one arrow at most");
        }
        String[] terms = sides[0].split(",", -1);
        if (terms.length != ndims.length) {
            throw refused(operation, text, "it names the axes of " + terms.length + " operands, there are "
                    + ndims.length);
        }
        List<int[]> operands = new ArrayList<>();
        int hidden = 0;
        for (int i = 0; i < terms.length; i++) {
            int letters = terms[i].replace(ELLIPSIS, "").length();
            boolean open = terms[i].contains(ELLIPSIS);
            if (letters > ndims[i] || !open && letters < ndims[i]) {
                throw refused(operation, text, "'" + terms[i] + "' names " + letters + " axes, operand " + i + " has "
                        + ndims[i]);
            }
            hidden = open ? Math.max(hidden, ndims[i] - letters) : hidden;
            operands.add(labels(operation, text, terms[i], ndims[i] - letters));
        }
        if (sides.length == 1) {
            return new Subscripts(operands, implied(operands, hidden));
        }
        if (hidden > 0 && !sides[1].contains(ELLIPSIS)) {
            throw refused(operation, text, "axes under an ellipsis are not summed: write ... in the result too");
        }
        int[] result = labels(operation, text, sides[1], hidden);
        return new Subscripts(operands, result).checked(operation, text);
    }

    /** As {@link #parse} of labels that are numbers from 0; without a result, it has what is named once, in order. */
    static Subscripts of(String operation, List<int[]> operands, int... result) {
        return new Subscripts(operands, result).checked(operation, "labels " + operands.stream().map(Arrays::toString)
                .collect(Collectors.joining(", ")) + ARROW + Arrays.toString(result));
    }

    /** Numbers stand for letters, of which there are 52: NumPy takes no others either. */
    static void requireInRange(String operation, int... labels) {
        for (int label : labels) {
            if (label < 0 || label >= LETTERS) {
                throw new ShapeException(operation + ": " + label + " names no axis; labels are numbers from 0 to "
                        + (LETTERS - 1));
            }
        }
    }

    /** The result that is meant where none is written. */
    static int[] implied(List<int[]> operands, int hidden) {
        int[] all = operands.stream().flatMapToInt(Arrays::stream).filter(label -> label >= 0).sorted().toArray();
        return IntStream.concat(IntStream.range(-hidden, 0), Arrays.stream(all).filter(
                label -> count(all, label) == 1)).toArray();
    }

    private Subscripts checked(String operation, String text) {
        for (int label : result) {
            if (label >= 0 && operands.stream().noneMatch(labels -> Einsum.indexOf(labels, label) >= 0)) {
                throw refused(operation, text, "the result has an axis that no operand has: " + name(label));
            }
            if (count(result, label) > 1) {
                throw refused(operation, text, "the result names an axis twice: " + name(label));
            }
        }
        return this;
    }

    private static int count(int[] labels, int label) {
        int count = 0;
        for (int other : labels) {
            count += other == label ? 1 : 0;
        }
        return count;
    }

    private static int[] labels(String operation, String text, String term, int hidden) {
        int dots = term.indexOf(ELLIPSIS);
        String before = dots < 0 ? term : term.substring(0, dots);
        String after = dots < 0 ? "" : term.substring(dots + ELLIPSIS.length());
        for (char letter : (before + after).toCharArray()) {
            if (!(letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z')) {
                throw refused(operation, text, "'" + letter + "' is no letter, nor part of one ellipsis (...)");
            }
        }
        IntStream under = dots < 0 ? IntStream.empty() : IntStream.range(-hidden, 0);
        return Stream.of(before.chars(), under, after.chars()).flatMapToInt(labels -> labels).toArray();
    }

    /** A label as it was written. */
    static String name(int label) {
        return label < 0 ? "..." : Character.isLetter(label) ? Character.toString(label) : Integer.toString(label);
    }

    private static ShapeException refused(String operation, String text, String why) {
        return new ShapeException(operation + ": subscripts '" + text + "': " + why);
    }
}
