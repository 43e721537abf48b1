package io.arrayport.core.text;

import java.util.List;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.kernel.TextOp;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FillOption;
import io.arrayport.core.ndarray.FillOption.Fillchar;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;

/** Strings filled up to a width, repeated, and with blanks for tabs. Results are as wide as the widest string. */
public enum Filling {
    /** Filled up on both sides. */
    CENTER("center", TextOp.CENTER),
    /** Filled up behind. */
    LJUST("ljust", TextOp.LJUST),
    /** Filled up in front. */
    RJUST("rjust", TextOp.RJUST);

    private final String operation;
    private final TextOp kernel;

    Filling(String operation, TextOp kernel) {
        this.operation = operation;
        this.kernel = kernel;
    }

    /** @param width integers, or a Long */
    public NdArray of(NdArray a, Object width, FillOption... options) {
        Option.requireDistinct(operation, options);
        Object fill = " ";
        for (FillOption option : options) {
            fill = switch (option) {
                case Fillchar(Object given) -> given;
            };
        }
        TextLoop.type(operation, a);
        try (Scope scope = Scope.open()) {
            NdArray with = fill instanceof NdArray strings ? Given.alike(a, strings) : Given.text(a, (String) fill);
            return scope.keep(TextLoop.run(operation, List.of(a, Given.whole(operation, "width", width), with),
                    this::fill));
        }
    }

    private NdArray fill(TextLoop loop) {
        FlexibleType type = loop.type(0);
        FlexibleType with = loop.type(2);
        if (loop.isFixed(0) && loop.isFixed(2)) {
            loop.each(2, one -> requireOne(operation, one));
            return loop.giveWidest(kernel);
        }
        Text string = new Text();
        Text fill = new Text();
        Text out = new Text();
        return loop.giveWidest(at -> {
            requireOne(operation, fill.load(with, at[2]));
            string.load(type, at[0]);
            long wanted = Given.whole(at[1]);
            long room = Math.max(wanted, string.length()) - string.length();
            long left = left(room, wanted);
            requireFits(operation, string.length() + room);
            return out.clear().add(fill.at(0), left).add(string).add(fill.at(0), room - left);
        });
    }

    /** How much of the room is in front. */
    private long left(long room, long wanted) {
        return switch (this) {
            case LJUST -> 0;
            case RJUST -> room;
            case CENTER -> room / 2 + (room & wanted & 1);
        };
    }

    private static void requireOne(String operation, Text fill) {
        if (fill.length() != 1) {
            throw new DTypeException(operation + ": fillchar must be one character, and is '" + fill.string() + "'");
        }
    }

    static void requireFits(String operation, long length) {
        if (length > Integer.MAX_VALUE / Integer.BYTES) {
            throw new MemoryBudgetException(operation + ": a string of " + length + " characters is longer than "
                    + "elements can be");
        }
    }

    /**
     * {@code np.strings.zfill}: filled up with zeros, behind a sign.
     *
     * @param width integers, or a Long
     */
    public static NdArray zeros(NdArray a, Object width) {
        try (Scope scope = Scope.open()) {
            TextLoop.type("zfill", a);
            NdArray zero = Given.text(a, "0");
            return scope.keep(TextLoop.run("zfill", List.of(a, Given.whole("zfill", "width", width), zero), loop -> {
                FlexibleType type = loop.type(0);
                if (loop.isFixed(0)) {
                    return loop.giveWidest(TextOp.ZFILL);
                }
                Text string = new Text();
                Text out = new Text();
                return loop.giveWidest(at -> {
                    string.load(type, at[0]);
                    long room = Math.max(Given.whole(at[1]), string.length()) - string.length();
                    requireFits("zfill", string.length() + room);
                    int sign = string.length() > 0 && "+-".indexOf(string.at(0)) >= 0 ? 1 : 0;
                    return out.clear().add(string, 0, sign).add('0', room).add(string, sign, string.length());
                });
            }));
        }
    }

    /**
     * {@code np.strings.multiply}: repeated; not at all if the number is negative.
     *
     * @param i integers, or a Long
     */
    public static NdArray repeated(NdArray a, Object i) {
        try (Scope scope = Scope.open()) {
            return scope.keep(TextLoop.run("multiply", List.of(a, Given.whole("multiply", "i", i)), loop -> {
                FlexibleType type = loop.type(0);
                if (loop.isFixed(0)) {
                    return loop.giveWidest(TextOp.MULTIPLY);
                }
                Text string = new Text();
                Text out = new Text();
                return loop.giveWidest(at -> {
                    string.load(type, at[0]);
                    long times = times(string.length(), Given.whole(at[1]));
                    out.clear();
                    for (long done = 0; done < times; done++) {
                        out.add(string);
                    }
                    return out;
                });
            }));
        }
    }

    /** How often a string is repeated, of which the result is none that is too long. */
    private static long times(int length, long wanted) {
        long times = length == 0 ? 0 : Math.max(0, wanted);
        requireFits("multiply", Math.multiplyHigh(times, length) > 0 ? Long.MAX_VALUE : times * length);
        return times;
    }

    /**
     * {@code np.strings.expandtabs}: blanks up to the next column that is a multiple of the size. Unicode results are
     * as wide as NumPy's, which counts four for a character that is no tab.
     *
     * @param tabsize integers, or a Long
     */
    public static NdArray tabs(NdArray a, Object tabsize) {
        try (Scope scope = Scope.open()) {
            return scope.keep(TextLoop.run("expandtabs", List.of(a, Given.whole("expandtabs", "tabsize", tabsize)),
                    Filling::tabs));
        }
    }

    private static NdArray tabs(TextLoop loop) {
        FlexibleType type = loop.type(0);
        Text string = new Text();
        Text out = new Text();
        int unit = type instanceof BytesType ? 1 : Integer.BYTES;
        int[] width = {0};
        return loop.giveWidest(at -> {
            string.load(type, at[0]);
            long size = Given.whole(at[1]);
            long column = 0;
            width[0] = 0;
            out.clear();
            for (int i = 0; i < string.length(); i++) {
                int character = string.at(i);
                long blanks = character != '\t' ? 0 : size > 0 ? size - column % size : 0;
                requireFits("expandtabs", width[0] + blanks);
                if (character == '\t') {
                    out.add(' ', blanks);
                } else {
                    out.add(character);
                }
                width[0] += (int) blanks + (character == '\t' ? 0 : unit);
                column = character == '\n' || character == '\r' ? 0 : column + (character == '\t' ? blanks : 1);
            }
            return out;
        }, _ -> width[0]);
    }
}
