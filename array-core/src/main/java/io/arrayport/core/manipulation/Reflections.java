package io.arrayport.core.manipulation;

import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ReflectType;
import io.arrayport.core.ufunc.Ufuncs;

/** Borders that go back over the elements. */
final class Reflections {
    private static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    private static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);

    private Reflections() {}

    /** @param twice whether the element at the edge comes again */
    static void fill(Edge edge, boolean twice, ReflectType type) {
        long period = edge.length();
        if (period == 1) {
            edge.front().set(edge.first());
            edge.back().set(edge.last());
            return;
        }
        Edge rest = edge;
        while (!rest.isFilled()) {
            long usable = twice ? rest.length() / period * period
                    : (rest.length() - 1) / (period - 1) * (period - 1);
            rest = step(rest, usable, twice ? 0 : 1, type);
        }
    }

    /**
     * Fills as much as there are elements to reflect.
     *
     * @param usable how many there are, without that at the edge if it does not come again
     * @param skipped how many elements lie between the edge and the first that is reflected
     */
    private static Edge step(Edge edge, long usable, long skipped, ReflectType type) {
        long front = Math.min(usable, edge.before());
        if (front > 0) {
            NdArray border = Along.slice(edge.region(), edge.axis(), edge.before() - front, edge.before());
            set(border, backwards(edge.inside(skipped, skipped + front), edge.axis()), edge.first(), type);
        }
        // What comes in front of the inside is part of it for the back.
        Edge grown = edge.grown(front, 0);
        long end = grown.length() - skipped;
        long back = Math.min(usable, grown.behind());
        if (back > 0) {
            NdArray border = grown.inside(grown.length(), grown.length() + back);
            set(border, backwards(grown.inside(end - back, end), edge.axis()), grown.last(), type);
        }
        return grown.grown(0, back);
    }

    private static NdArray backwards(NdArray array, int axis) {
        return Along.slice(array, axis, null, null, -1L);
    }

    private static void set(NdArray border, NdArray reflected, NdArray edge, ReflectType type) {
        if (type == ReflectType.EVEN) {
            border.set(reflected);
            return;
        }
        try (NdArray twice = MULTIPLY.call(2, edge); NdArray beyond = SUBTRACT.call(twice, reflected)) {
            border.set(beyond);
        }
    }
}
