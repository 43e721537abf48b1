package io.arrayport.core.text;

import java.util.List;

import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.ndarray.NdArray;

/** Strings made of strings and other elements. Results are new, row-major, and as wide as the widest string. */
public final class Composing {
    private Composing() {}

    /**
     * {@code np.strings.mod}: values written where formats have a place for one.
     *
     * @param values of any type; broadcast
     */
    public static NdArray formatted(NdArray a, NdArray values) {
        return TextLoop.run("mod", List.of(a, values), loop -> {
            FlexibleType type = loop.type(0);
            Percent percent = new Percent(type, Promotion.nativeOf(values.dtype()));
            Text format = new Text();
            Text out = new Text();
            return loop.giveWidest(at -> out.set(percent.write(format.load(type, at[0]).string(), at[1])));
        });
    }

    /** {@code np.char.join}: the characters of {@code seq} with a string between them. */
    public static NdArray joined(NdArray sep, NdArray seq) {
        return TextLoop.run("join", List.of(sep, seq), loop -> {
            FlexibleType type = loop.type(0);
            FlexibleType seqType = loop.type(1);
            Text between = new Text();
            Text string = new Text();
            Text out = new Text();
            return loop.giveWidest(at -> {
                between.load(type, at[0]);
                string.load(seqType, at[1]);
                out.clear();
                for (int i = 0; i < string.length(); i++) {
                    (i > 0 ? out.add(between) : out).add(string.at(i));
                }
                return out;
            });
        });
    }
}
