package io.arrayport.conformance.bench.child;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.bench.table.CaseTable;
import io.arrayport.conformance.bench.table.Input;
import io.arrayport.core.dtype.Complex;
import org.jspecify.annotations.Nullable;

/**
 * Another array library: it says how it makes arrays and which cases it has; inputs are the table's.
 *
 * @param <A> its array
 */
public abstract class PeerWorkshop<A> implements Workshop {
    /**
     * A case in the library's words.
     *
     * @param <A> its array
     */
    @FunctionalInterface
    public interface Operation<A> {
        /** Computes; {@code second} is {@code first} where the case has one input. */
        A apply(A first, A second);
    }

    /** Makes an array; null if the library has no such element type. */
    protected abstract @Nullable A array(double[] values, long[] shape, String dtype);

    /** Returns the operation of a case; null if there is none. */
    protected abstract @Nullable Operation<A> operation(String caseId);

    /** Gives a result's memory back, as far as the library lets one. */
    protected abstract void drop(A array);

    /** Returns the elements in C order; truth is 1. */
    protected abstract double[] values(A array);

    @Override
    public Prepared prepare(String caseId, String dtype, long n) {
        BenchCase asked = CaseTable.of(caseId);
        Operation<A> operation = operation(caseId);
        List<A> arrays = new ArrayList<>();
        for (Input input : asked.inputs()) {
            A array = operation == null || !input.view().isEmpty() || input.dtype() != null ? null
                    : array(numbers(input, dtype, n), input.extent().of(n), dtype);
            if (array != null) {
                arrays.add(array);
            }
        }
        if (operation == null || arrays.size() != asked.inputs().size() || arrays.isEmpty()) {
            throw new IllegalArgumentException("no " + caseId + " of " + dtype);
        }
        return new Row(operation, arrays);
    }

    private static double[] numbers(Input input, String dtype, long n) {
        long count = 1;
        for (long length : input.extent().of(n)) {
            count *= length;
        }
        double[] values = new double[Math.toIntExact(count)];
        boolean whole = dtype.contains("int");
        for (int i = 0; i < values.length; i++) {
            double value = input.fill().at(input.seed(), i, n);
            values[i] = whole ? Math.floor(value) : value;
        }
        return values;
    }

    /** Returns the values rounded to float32. */
    protected static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private final class Row implements Prepared {
        private final Operation<A> operation;
        private final List<A> arrays;
        private final A first;
        private final A second;

        Row(Operation<A> operation, List<A> arrays) {
            this.operation = operation;
            this.arrays = arrays;
            first = arrays.getFirst();
            second = arrays.get(Math.min(1, arrays.size() - 1));
        }

        @Override
        public void run(long calls) {
            for (long i = 0; i < calls; i++) {
                drop(operation.apply(first, second));
            }
        }

        @Override
        public Check check() {
            A result = operation.apply(first, second);
            double[] values = values(result);
            drop(result);
            return Check.of("of a peer", new long[]{values.length}, flat -> new Complex(values[(int) flat], 0));
        }

        @Override
        public void close() {
            arrays.forEach(PeerWorkshop.this::drop);
        }
    }
}
