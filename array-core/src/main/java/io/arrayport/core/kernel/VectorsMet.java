package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * Meets the ways through the Vector API's own methods that kernels go, before the compiler looks at them. It leaves out
 * ways that nobody has gone yet; where one is gone later, the code is thrown away, and that is counted at the method.
 * These methods are inlined into every kernel, some 40 times into one, each time with their counts: beyond 100 the
 * compiler leaves out nothing any more, and vectors become objects, in kernels made later, too. Three operations that
 * were new are enough (measured: {@code sin} and {@code power} of float64 2 to 6 times slower in most programs that had
 * computed much else before).
 */
final class VectorsMet {
    /** Until ways are counted: that begins once a method was called some 200 times. */
    private static final int OFTEN = 300;
    private static final boolean MET = all();

    private VectorsMet() {}

    /** Returns once all are met, which takes some 100 ms for the first who asks. */
    static void once() {
        assert MET;
    }

    /** What is met with the first type is new with the others once more, when it is counted. */
    private static boolean all() {
        meet(DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, 1));
        meet(FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 1));
        meet(LongVector.broadcast(LongVector.SPECIES_PREFERRED, 1));
        meet(IntVector.broadcast(IntVector.SPECIES_PREFERRED, 1));
        return true;
    }

    /** Operations of either kind: some have a way of their own. */
    private static <E> void meet(Vector<E> one) {
        for (int i = 0; i < OFTEN; i++) {
            one.lanewise(VectorOperators.ABS).lanewise(VectorOperators.NEG);
            one.lanewise(VectorOperators.ADD, one).lanewise(VectorOperators.DIV, one);
        }
    }
}
