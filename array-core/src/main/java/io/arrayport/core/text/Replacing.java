package io.arrayport.core.text;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.kernel.TextOp;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FrombufferOption.Count;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.ReplaceOption;

/** Parts of strings replaced, cut apart, or taken. */
public final class Replacing {
    private Replacing() {}

    /** {@code np.strings.replace}: as wide as the widest result. */
    public static NdArray replaced(NdArray a, NdArray old, NdArray with, ReplaceOption... options) {
        Option.requireDistinct("replace", options);
        long most = -1;
        for (ReplaceOption option : options) {
            most = switch (option) {
                case Count(long given) -> given;
            };
        }
        long count = most < 0 ? Long.MAX_VALUE : most;
        TextLoop.type("replace", a);
        try (Scope scope = Scope.open()) {
            List<NdArray> inputs = List.of(a, Given.alike(a, old), Given.alike(a, with), Given.number(count));
            return scope.keep(TextLoop.run("replace", inputs, loop -> {
                FlexibleType type = loop.type(0);
                FlexibleType oldType = loop.type(1);
                FlexibleType newType = loop.type(2);
                if (loop.isFixed(0) && loop.isFixed(1) && loop.isFixed(2) && loop.isWord(1)) {
                    return loop.giveWidest(TextOp.REPLACE);
                }
                Text string = new Text();
                Text from = new Text();
                Text to = new Text();
                Text out = new Text();
                return loop.giveWidest(at -> replace(string.load(type, at[0]), from.load(oldType, at[1]),
                        to.load(newType, at[2]), count, out.clear()));
            }));
        }
    }

    private static Text replace(Text string, Text old, Text with, long count, Text out) {
        int done = 0;
        int place = string.find(old, 0, string.length());
        for (long replaced = 0; place >= 0 && replaced < count; replaced++) {
            out.add(string, done, place).add(with);
            done = place + old.length();
            if (old.length() > 0) {
                place = string.find(old, done, string.length());
                continue;
            }
            if (place == string.length()) {
                return out;
            }
            out.add(string.at(place)); // between characters
            done = ++place;
        }
        return out.add(string, done, string.length());
    }

    /**
     * {@code np.strings.partition}: what stands before a separator, it, and what stands behind it; of a string without
     * it, the string and two empty ones, with {@code last} in the other order.
     *
     * @param last whether it is looked for from the end
     * @return three arrays, each as wide as its widest string
     * @throws IllegalArgumentException if a separator is empty
     */
    public static List<NdArray> parted(String operation, NdArray a, NdArray sep, boolean last) {
        return TextLoop.run(operation, List.of(a, sep), loop -> {
            FlexibleType type = loop.type(0);
            FlexibleType sepType = loop.type(1);
            if (loop.isFixed(0) && loop.isFixed(1)) {
                loop.each(1, one -> requireSome(operation, one.length()));
                return loop.giveWidest(last ? TextOp.RPARTITION : TextOp.PARTITION, 3);
            }
            Text string = new Text();
            Text between = new Text();
            int[] widest = {1, 1, 1};
            loop.each(at -> {
                int[] cuts = cuts(operation, string.load(type, at[0]), between.load(sepType, at[1]), last);
                for (int part = 0; part < widest.length; part++) {
                    widest[part] = Math.max(widest[part], cuts[part + 1] - cuts[part]);
                }
            });
            List<FlexibleType> types = new ArrayList<>();
            for (int width : widest) {
                types.add(loop.made(width));
            }
            Text out = new Text();
            return loop.giveAll(types, at -> {
                int[] cuts = cuts(operation, string.load(type, at[0]), between.load(sepType, at[1]), last);
                for (int part = 0; part < widest.length; part++) {
                    loop.put(out.clear().add(string, cuts[part], cuts[part + 1]), part, at);
                }
            });
        });
    }

    private static void requireSome(String operation, int separator) {
        if (separator == 0) {
            throw new IllegalArgumentException(operation + ": a separator is empty");
        }
    }

    /** Where the parts begin and end. */
    private static int[] cuts(String operation, Text string, Text sep, boolean last) {
        requireSome(operation, sep.length());
        int end = string.length();
        int place = last ? string.findLast(sep, 0, end) : string.find(sep, 0, end);
        return place >= 0 ? new int[]{0, place, place + sep.length(), end}
                : last ? new int[]{0, 0, 0, end} : new int[]{0, end, end, end};
    }
}
