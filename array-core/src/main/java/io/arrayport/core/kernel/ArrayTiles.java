package io.arrayport.core.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import io.arrayport.core.memory.Memory;

/**
 * {@link Tiles} on copies in Java's arrays: the same sums in the same order. Nothing of it needs a compiler that has
 * seen it before, so this computes until {@link TileCode}'s are compiled, which would take seconds themselves.
 */
final class ArrayTiles implements Tiles {
    private final boolean isDouble;
    private final int element;
    private final int columns;

    /** @param width bytes of a panel's row */
    ArrayTiles(boolean isDouble, int width) {
        this.isDouble = isDouble;
        this.element = isDouble ? Double.BYTES : Float.BYTES;
        this.columns = width / element;
    }

    @Override
    public void add(int rows, long a, long aRow, long b, long bRow, long bNext, int turns, long out, long outRow) {
        long width = (long) columns * element;
        if (rows == PAIR) {
            add(1, a, aRow, b, bRow, 0, turns, out, outRow);
            add(1, a, aRow, b + bNext, bRow, 0, turns, out + width, outRow);
        } else if (isDouble) {
            doubles(rows, a, aRow, b, bRow, turns, out, outRow);
        } else {
            floats(rows, a, aRow, b, bRow, turns, out, outRow);
        }
    }

    @Override
    public void dense(int rows, long a, long b, int turns, long out, long outRow) {
        try (Arena arena = Arena.ofConfined()) {
            long row = (long) turns * element;
            long apart = arena.allocate(rows * row, Memory.ALIGNMENT).address();
            for (int i = 0; i < rows; i++) {
                Steps.copy(element, a + (long) i * element, (long) APART * element, apart + i * row, element, turns);
            }
            add(rows, apart, row, b, (long) columns * element, 0, turns, out, outRow);
        }
    }

    @Override
    public void alternate(long from, long row, int rows, int turns, long to) {
        for (int i = 0; i < rows; i++) {
            Steps.copy(element, from + i * row, element, to + (long) i * element, (long) APART * element, turns);
        }
    }

    private void doubles(int rows, long a, long aRow, long b, long bRow, int turns, long out, long outRow) {
        double[] left = new double[turns];
        double[] right = new double[columns];
        double[][] sums = new double[rows][columns];
        double[][] factors = new double[rows][];
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(Raw.MEMORY, JAVA_DOUBLE_UNALIGNED, a + row * aRow, left, 0, turns);
            factors[row] = left.clone();
        }
        for (int turn = 0; turn < turns; turn++) {
            MemorySegment.copy(Raw.MEMORY, JAVA_DOUBLE_UNALIGNED, b + turn * bRow, right, 0, columns);
            for (int row = 0; row < rows; row++) {
                fuse(factors[row][turn], right, sums[row]);
            }
        }
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(Raw.MEMORY, JAVA_DOUBLE_UNALIGNED, out + row * outRow, right, 0, columns);
            for (int column = 0; column < columns; column++) {
                right[column] += sums[row][column];
            }
            MemorySegment.copy(right, 0, Raw.MEMORY, JAVA_DOUBLE_UNALIGNED, out + row * outRow, columns);
        }
    }

    private static void fuse(double factor, double[] right, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(factor, right[i], sums[i]);
        }
    }

    private void floats(int rows, long a, long aRow, long b, long bRow, int turns, long out, long outRow) {
        float[] left = new float[turns];
        float[] right = new float[columns];
        float[][] sums = new float[rows][columns];
        float[][] factors = new float[rows][];
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(Raw.MEMORY, JAVA_FLOAT_UNALIGNED, a + row * aRow, left, 0, turns);
            factors[row] = left.clone();
        }
        for (int turn = 0; turn < turns; turn++) {
            MemorySegment.copy(Raw.MEMORY, JAVA_FLOAT_UNALIGNED, b + turn * bRow, right, 0, columns);
            for (int row = 0; row < rows; row++) {
                fuse(factors[row][turn], right, sums[row]);
            }
        }
        for (int row = 0; row < rows; row++) {
            MemorySegment.copy(Raw.MEMORY, JAVA_FLOAT_UNALIGNED, out + row * outRow, right, 0, columns);
            for (int column = 0; column < columns; column++) {
                right[column] += sums[row][column];
            }
            MemorySegment.copy(right, 0, Raw.MEMORY, JAVA_FLOAT_UNALIGNED, out + row * outRow, columns);
        }
    }

    private static void fuse(float factor, float[] right, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(factor, right[i], sums[i]);
        }
    }

    @Override
    public void pack(long from, long row, int turns, long to) {
        long width = (long) columns * element;
        for (int turn = 0; turn < turns; turn++) {
            Memory.copy(from + turn * row, to + turn * width, width);
        }
    }
}
